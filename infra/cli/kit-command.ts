import { parseAddress } from "../azure/network";
import { makeKit } from "../kit/make-kit";
import type { KitLanguage } from "../kit/wish";
import { resolverAddress } from "../platform/hub-subnets";
import { exitCodes } from "./exit-codes";
import { siteOf } from "./firm-site";
import { openInputs } from "./inputs";
import { writeKit, type Written } from "./kit-folder";
import type { Terminal } from "./terminal";

export interface KitOptions {
  readonly environment: string;
  readonly site?: string;
  readonly out: string;
  readonly lang: KitLanguage;
  readonly json?: boolean;
}

/** Writes the kit of an office into a folder. @throws InputFaults, Failure `input` */
export function runKit(name: string, options: KitOptions, terminal: Terminal): number {
  const { firm, site } = siteOf(name, options);
  const platform = openInputs().platform(options.environment);
  const resolver = parseAddress(resolverAddress(platform.hubNetwork));
  if (resolver.kind === "problem") throw new Error(resolver.reason);
  const { environment, lang: language, out } = options;
  const files = makeKit({ firm, site, language, environment, tenant: platform.tenant, resolver });
  const written = writeKit(out, files, { firm: firm.key, site: site.key });
  if (options.json === true)
    terminal.print(
      JSON.stringify(
        {
          format: "cabinet/kit-written@1",
          firm: firm.key,
          site: site.key,
          folder: out,
          ...written,
        },
        null,
        2,
      ),
    );
  else terminal.print(render(out, files.length, written, language));
  return exitCodes.done;
}

function render(
  out: string,
  count: number,
  { changed, removed }: Written,
  language: KitLanguage,
): string {
  return language === "fr"
    ? `${out} : ${count} fichiers, ${changed.length} fichier(s) modifié(s), ${removed.length} retiré(s)`
    : `${out}: ${count} files, ${changed.length} files changed, ${removed.length} removed`;
}
