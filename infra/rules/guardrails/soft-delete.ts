import { inputAt, mustBe, valueAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";
import type { RegisteredResource } from "../../resources/registered";
import { isRehearsalStore } from "../rehearsal-stores";

const fewestDays = 7;

export const softDelete: Guardrail = {
  id: "soft-delete",
  what: `deleted shares, containers and blobs stay for ${fewestDays} days at least, but where copies are restored to for practice`,
  why: "whoever deletes by mistake or in anger must not have the last word",
  severity: "error",
  source: "Azure review checklists, storage: 43a58a9c, AVD: 9164e990",
  remedy: "enable the delete retention policies of the account's services",
  check: eachOf(["storage:FileServiceProperties", "storage:BlobServiceProperties"], (service) =>
    service.type.endsWith(":FileServiceProperties")
      ? isRehearsalStore(service)
        ? []
        : keeps(service, "shareDeleteRetentionPolicy")
      : [
          ...keeps(service, "containerDeleteRetentionPolicy"),
          ...keeps(service, "deleteRetentionPolicy"),
        ],
  ),
};

function keeps(service: RegisteredResource, policy: string): readonly string[] {
  const off = mustBe(service, `${policy}.enabled`, true);
  const days = valueAt(inputAt(service, policy), "days");
  return off.length === 0 && typeof days === "number" && days < fewestDays
    ? [`${policy}.days is ${days}`]
    : off;
}
