import { eachOf, type Guardrail } from "../model";
import { securityRules, type SecurityRule } from "../security-rules";

export const closedNetworks: Guardrail = {
  id: "closed-networks",
  what: "a firm's network takes in what a rule names, and refuses the rest, peered networks included",
  why: "Azure's own last rules let in every network that is connected: through the hub, one firm's hosts could reach another's",
  severity: "error",
  source:
    "Azure review checklists, landing zones: 11deb39d; row A13 (a firm's client cannot reach another firm)",
  remedy:
    "end the group's rules with one that denies everything inbound, and let in networks instead of the tag VirtualNetwork",
  check: eachOf(["network:NetworkSecurityGroup"], (group, { kind }) => {
    const rules = securityRules(group).filter(({ direction }) => direction === "Inbound");
    const openings = rules.filter(
      ({ access, sources }) =>
        kind !== "platform" && access === "Allow" && sources.includes("VirtualNetwork"),
    );
    return [
      ...(rules.some(deniesEverything) ? [] : ["no rule denies what no other rule lets in"]),
      ...openings.map(({ name }) => `${name} lets in every connected network`),
    ];
  }),
};

function deniesEverything({ access, protocol, sources, destinations, ports }: SecurityRule) {
  const all = [protocol, ...sources, ...destinations, ...ports];
  return access === "Deny" && all.length === 4 && all.every((value) => value === "*");
}
