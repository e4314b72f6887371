import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const firewallFilter: Guardrail = {
  id: "firewall-filter",
  what: "a firewall refuses addresses known as bad, and answers names itself",
  why: "what calls home from a taken host does so by an address that is known; rules by name need the firewall's own answers",
  severity: "error",
  source:
    "Azure review checklists, landing zones: e9c8f584 (threat intelligence), 14d99880 (DNS proxy)",
  remedy: "set threatIntelMode to Deny and dnsSettings.enableProxy to true",
  check: eachOf(["network:FirewallPolicy"], (policy) => [
    ...mustBe(policy, "threatIntelMode", "Deny"),
    ...mustBe(policy, "dnsSettings.enableProxy", true),
  ]),
};
