import path from "node:path";
import type { Firm } from "../../infra/firm/firm";
import type { Site } from "../../infra/firm/site";
import { openRegistry } from "../../infra/registry/registry";

const root = path.resolve(__dirname, "../..");

/** A firm of infra/firms, read as commands read it. @throws Error when it is not there or wrong */
export function sampleFirm(key: string): Firm {
  const reading = openRegistry(root).firm("prod", key, []);
  if (!reading.ok) throw new Error(`${key} is not valid`);
  return reading.value;
}

export function sampleSite(key: string): { readonly firm: Firm; readonly site: Site } {
  const firm = sampleFirm(key);
  const [site] = firm.sites;
  if (site === undefined) throw new Error(`${key} has no office`);
  return { firm, site };
}
