import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import type { JsonObject } from "../../values/property";
import { ArmError } from "../error";
import { objectsIn } from "../outputs/network";
import type { Rule } from "../world";

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules */
const priorities = { least: 100, most: 4096 } as const;

/** Each rule of a security group has a priority of its own in its direction. */
export const rulesHavePriorities: Rule = (_world, { wish, parts }) => {
  if (keyOf(parts.type) !== "microsoft.network/networksecuritygroups") return;
  const taken = new Map<string, string>();
  for (const rule of objectsIn(wish.body["securityRules"])) {
    const name = textOf(rule["name"]);
    const priority = priorityOf(rule);
    if (priority === undefined)
      throw new ArmError(
        400,
        "SecurityRuleInvalidPriority",
        `Security rule ${name} has invalid Priority. Value provided: ${textOf(rule["priority"])} Allowed range ${priorities.least}-${priorities.most}.`,
      );
    const place = `${textOf(rule["direction"])} ${priority}`;
    const other = taken.get(place);
    if (other !== undefined)
      throw new ArmError(
        400,
        "SecurityRuleConflict",
        `Security rule ${other} conflicts with rule ${name}. Rules cannot have the same Priority and Direction. To learn more, see aka.ms/nsgrules.`,
      );
    taken.set(place, name);
  }
};

function priorityOf({ priority }: JsonObject): number | undefined {
  return typeof priority === "number" && priority >= priorities.least && priority <= priorities.most
    ? priority
    : undefined;
}
