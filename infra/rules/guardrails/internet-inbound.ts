import { eachOf, type Guardrail } from "../model";
import { isPublicSource, securityRules } from "../security-rules";

export const internetInbound: Guardrail = {
  id: "internet-inbound",
  what: "no rule lets the Internet in",
  why: "an open port is found within minutes; Citrix's gateways were taken over that way, through CitrixBleed",
  severity: "error",
  source: "row A04 (no inbound rule from the Internet in any plan); CVE-2023-4966",
  remedy: "name the private networks that may come in, and have people use the broker's gateway",
  check: eachOf(["network:NetworkSecurityGroup", "network:SecurityRule"], (group) =>
    securityRules(group)
      .filter(({ direction, access }) => direction === "Inbound" && access === "Allow")
      .flatMap(({ name, sources }) =>
        sources.filter(isPublicSource).map((source) => `${name} lets in ${source}`),
      ),
  ),
};
