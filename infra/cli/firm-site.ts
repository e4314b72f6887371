import { alternatives } from "../document/wording";
import { Failure } from "../engine/failure";
import type { Firm } from "../firm/firm";
import type { Site } from "../firm/site";
import { openInputs } from "./inputs";

export interface SiteOptions {
  readonly environment: string;
  readonly site?: string;
}

export interface FirmSite {
  readonly firm: Firm;
  readonly site: Site;
}

/** The office a command means: by its stack, by `--site`, or a firm's only one. @throws InputFaults, Failure `input` */
export function siteOf(name: string, { environment, site: wanted }: SiteOptions): FirmSite {
  const inputs = openInputs();
  const stack = inputs.resolve(name, environment);
  const { firm } = inputs.of(stack);
  if (firm === undefined)
    throw new Failure("input", `${name} is the platform, which has no office`, "name a firm");
  const key = stack.kind === "site" ? stack.site : wanted;
  const keys = firm.sites.map((site) => site.key);
  const found =
    key === undefined && firm.sites.length === 1
      ? firm.sites[0]
      : firm.sites.find((site) => site.key === key);
  if (found === undefined)
    throw new Failure(
      "input",
      key === undefined
        ? `${firm.key} has ${keys.length === 0 ? "no office" : "several offices"}`
        : `${firm.key} has no office ${key}`,
      keys.length === 0
        ? "describe one under sites of its file"
        : `say --site ${alternatives(keys)}`,
    );
  return { firm, site: found };
}
