import type { Firm } from "../../infra/firm/firm";
import type { Site } from "../../infra/firm/site";
import { address } from "./builders";

/** An office with a tunnel and a second controller in Azure; all of its machines are onboarded to Azure Arc. */
export function officeWithAll(firm: Pick<Firm, "key" | "subscription">, site: Site): Site {
  const group = `/subscriptions/${firm.subscription}/resourceGroups/rg-prod-${firm.key}-${site.key}-arc`;
  return {
    ...site,
    link: {
      kind: "vpn",
      remote: { kind: "address", text: "203.0.113.10" },
      generation: 1,
      scans: "carry",
    },
    secondController: {
      kind: "azure",
      name: `${site.key.toUpperCase()}-DC2`,
      address: address("10.64.9.52"),
    },
    supervision: {
      kind: "arc",
      machines: site.machines.map(({ role, name }) => ({
        role,
        id: `${group}/providers/Microsoft.HybridCompute/machines/${name}`,
      })),
      administrators: ["7a1d2c3b-0000-4000-8000-00000000000a"],
      correction: "report",
      readableUntil: { year: 2028, month: 6, day: 30 },
    },
  };
}
