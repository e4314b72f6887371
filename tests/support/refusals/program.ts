import { Provider } from "@pulumi/azure-native/provider";
import * as resources from "@pulumi/azure-native/resources";
import { all, runtime } from "@pulumi/pulumi";
import { dropGeneratedAliases } from "../../../infra/resources/drop-aliases";
import { behaviours } from "./behaviours";
import {
  groupId,
  groupName,
  location,
  otherSubscription,
  rounds,
  subscription,
  versionIn,
} from "./behaviour";
import type { Round } from "./behaviour";

// The program of tests/engine/refusals.test.ts: every behaviour as it is in the round the environment names.
const round = roundOf(process.env["REFUSALS_ROUND"]);

// A new stack has nothing under an older name, and no trace of it is read: half the time.
Error.stackTraceLimit = 0;
runtime.registerStackTransformation(dropGeneratedAliases);

const elsewhere = new Provider("elsewhere", { subscriptionId: otherSubscription });
const group = { resourceGroupName: groupName, location };
const here = new resources.ResourceGroup("here", group);
const there = new resources.ResourceGroup("there", group, { provider: elsewhere });

// The groups are named by text, and yet come first.
all([here.id, there.id]).apply(() => {
  for (const behaviour of behaviours) {
    const { key } = behaviour;
    const version = versionIn(round, behaviour);
    behaviour.deploy({
      version,
      isWrong: version === "wrong",
      isLater: version !== "first",
      key,
      subscription,
      location,
      resourceGroupName: groupName,
      elsewhere,
      named: (part) => `${key}.${part}`,
      id: (path) => `${groupId}/providers/${path}`,
    });
  }
});

function roundOf(text = ""): Round {
  const found = (Object.keys(rounds) as readonly Round[]).find((each) => each === text);
  if (found === undefined) throw new Error(`REFUSALS_ROUND is ${text}`);
  return found;
}
