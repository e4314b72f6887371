import type * as pulumi from "@pulumi/pulumi";
import type { Firm } from "../firm/firm";
import type { Site } from "../firm/site";

/** An office of a firm: its stack is known by name and says so, and registers nothing. */
export function siteStack(firm: Firm, site: Site): pulumi.Inputs {
  return {
    firm: firm.name,
    site: site.key,
    lan: site.lan.text,
    resources: "none: an office needs nothing in Azure",
  };
}
