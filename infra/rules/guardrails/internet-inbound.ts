import type { RegisteredResource } from "../../resources/registered";
import { breachesOf, inputAt, isIdOf, ofType } from "../inputs";
import { together, type Guardrail } from "../model";
import { isPublicSource, securityRules, type SecurityRule } from "../security-rules";

export const internetInbound: Guardrail = {
  id: "internet-inbound",
  what: "no rule lets the Internet in, save engineers to a Bastion's own sign-in page",
  why: "an open port is found within minutes; Citrix's gateways were taken over that way, through CitrixBleed",
  severity: "error",
  source:
    "row A04 (no inbound rule from the Internet in any plan); CVE-2023-4966; learn.microsoft.com/azure/bastion/bastion-nsg",
  remedy: "name the private networks that may come in, and have people use the broker's gateway",
  check: together((resources) =>
    breachesOf(
      ofType(resources, "network:NetworkSecurityGroup", "network:SecurityRule"),
      (group) => {
        const isBastions = guardsBastion(group, resources);
        return securityRules(group)
          .filter(({ direction, access }) => direction === "Inbound" && access === "Allow")
          .filter((rule) => !(isBastions && isSignIn(rule)))
          .flatMap(({ name, sources }) =>
            sources.filter(isPublicSource).map((source) => `${name} lets in ${source}`),
          );
      },
    ),
  ),
};

/** A Bastion answers to Entra logins only; without this rule Azure does not make it. */
function guardsBastion(
  group: RegisteredResource,
  resources: readonly RegisteredResource[],
): boolean {
  const guarded = ofType(resources, "network:Subnet").filter((subnet) =>
    isIdOf(inputAt(subnet, "networkSecurityGroup.id"), group),
  );
  return (
    guarded.length > 0 &&
    guarded.every((subnet) => inputAt(subnet, "subnetName") === "AzureBastionSubnet")
  );
}

function isSignIn({ ports, protocol }: SecurityRule): boolean {
  return protocol === "Tcp" && ports.length === 1 && ports[0] === "443";
}
