import { Decimal, hoursPerMonth } from "../money";
import { units } from "../units";
import { type Family, metered } from "./family";

export const domainServices: Family = {
  name: "Domain services",
  group: "other",
  types: ["aad:DomainService"],
  usage: [],
  *findings({ inputs }) {
    const sku = inputs.choice("sku") ?? "standard";
    // The first replica set is the domain itself; each further one costs as much again.
    const sets = Math.max(inputs.size("replicaSets"), 1);
    yield metered(
      "domain",
      `Entra Domain Services ${sku}`,
      `entra-domain-services/${sku}/hour`,
      units.hours,
      new Decimal(sets).times(hoursPerMonth),
    );
  },
};
