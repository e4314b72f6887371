import { inputAt } from "../inputs";
import type { RegisteredResource } from "../../resources/registered";
import type { Guardrail } from "../model";

/** Has a location, and takes no tags. */
const untagged = [
  "azure-native:maintenance:ConfigurationAssignment",
  "azure-native:guestconfiguration:GuestConfigurationHCRPAssignment",
];

export const tags: Guardrail = {
  id: "tags",
  what: "what takes tags says which environment it is of, and which firm",
  why: "bills are split by tags, and in an incident one must know within minutes whose a resource is",
  severity: "error",
  source:
    "learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-tagging",
  remedy: "hand the placement's tags on to it",
  check: {
    of: "stack",
    breaches: (resources, { kind }) =>
      resources
        .filter(takesTags)
        .flatMap((resource) =>
          (kind === "platform" ? ["environment"] : ["environment", "firm"])
            .filter((tag) => inputAt(resource, `tags.${tag}`) === undefined)
            .map((tag) => ({ resource, met: `it has no tag ${tag}` })),
        ),
  },
};

function takesTags({ type, inputs }: RegisteredResource): boolean {
  return type.startsWith("azure-native:") && "location" in inputs && !untagged.includes(type);
}
