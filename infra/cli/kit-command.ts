import { parseAddress } from "../azure/network";
import { Failure } from "../engine/failure";
import { carriesScans } from "../firm/carries-scans";
import { deskPrograms } from "../kit/desk/desk-programs";
import { textFile, type KitFile } from "../kit/kit-file";
import { makeKit, manifestPath } from "../kit/make-kit";
import type { KitLanguage } from "../kit/wish";
import { resolverAddress } from "../platform/hub-subnets";
import { signDetached } from "../slim-server/detached-signature";
import { readInput } from "./cost-files";
import { exitCodes } from "./exit-codes";
import { siteOf } from "./firm-site";
import { openInputs } from "./inputs";
import { writeKit, type Written } from "./kit-folder";
import type { Terminal } from "./terminal";

export interface KitOptions {
  readonly environment: string;
  readonly site?: string;
  readonly out: string;
  /** Private key in PEM that signs the manifest. */
  readonly key?: string;
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
  const kit = makeKit({ firm, site, language, environment, tenant: platform.tenant, resolver });
  const files = options.key === undefined ? kit : [...kit, signatureOf(kit, options.key)];
  for (const { name: program, key } of deskPrograms(firm).filter(
    ({ sha256 }) => sha256 === undefined,
  ))
    terminal.warn(
      `${program}: the firm file names no file under ${key} (version, url, sha256), so poste/installer.ps1 refuses to install it`,
    );
  if (firm.sessions.scanning === "folder" && !carriesScans(firm.sessions, site))
    terminal.warn(
      `scans stay on the desks of ${site.key}: no drive is redirected into sessions; they come there through a tunnel with link.scans: carry, or by Citrix with scanning: twain`,
    );
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

/** @throws Failure `input` when the file is no private key */
function signatureOf(kit: readonly KitFile[], key: string): KitFile {
  const manifest = kit.find(({ path }) => path === manifestPath);
  if (manifest === undefined) throw new Error("a kit without a manifest");
  const pem = new TextDecoder().decode(readInput(key));
  try {
    return textFile(`${manifestPath}.sig`, `${signDetached(manifest.bytes, pem)}\n`);
  } catch {
    throw new Failure("input", `${key} is no private key`, "name one in PEM that has no password");
  }
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
