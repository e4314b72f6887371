import { nearest } from "../document/nearest";
import { problem, textOf, value, type Meaning } from "../document/text-type";
import { alternatives } from "../document/wording";
import { hostSizeNames, isHostSize, smallestHost, tooSmallHost, type HostSize } from "./host-sizes";

/** Name of a virtual machine size that can carry sessions. */
export function hostSize() {
  const { vCpus, memoryGiB } = smallestHost;
  return textOf({
    allowed: `${alternatives(hostSizeNames)} (at least ${vCpus} vCPU and ${memoryGiB} GiB)`,
    example: "Standard_D8as_v5",
    pattern: `^(${hostSizeNames.join("|")})$`,
    read: (text): Meaning<HostSize> => {
      if (isHostSize(text)) return value(text);
      const small = tooSmallHost(text);
      if (small !== undefined)
        return problem(
          `choose a larger size, ${text} has ${small.vCpus} vCPU and ${small.memoryGiB} GiB`,
        );
      return problem(`write ${nearest(text, hostSizeNames) ?? "Standard_D8as_v5"}`);
    },
  }).meta({ enum: hostSizeNames });
}
