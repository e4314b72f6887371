import { createHash } from "node:crypto";
import { compareText } from "../document/fault";
import { deskFiles } from "./desk/desk-files";
import { jsonFile, readOwn, scriptFile, textFile, type KitFile } from "./kit-file";
import { renderOrder } from "./order/render-order";
import { machineFiles, oldServerFiles, secondControllerFiles } from "./server/machine-files";
import type { KitWish } from "./wish";

export const kitFormat = "cabinet/kit@1";

/** Names the files of a kit, so that nothing else is taken for one of them. */
export const manifestPath = "kit.json";

/**
 * All that a technician takes along to an office, the same bytes for the same files of the firm; the manifest with
 * every file's SHA-256 comes last.
 */
export function makeKit(wish: KitWish): readonly KitFile[] {
  const { firm, site } = wish;
  const files = [
    textFile("bon-de-travail.html", renderOrder(wish, readOwn("order/order.css"))),
    ...site.machines.flatMap((machine) => machineFiles(wish, machine)),
    ...secondControllerFiles(wish),
    ...oldServerFiles(wish),
    scriptFile("verifier-trousse.ps1", "check-kit"),
    ...deskFiles(wish),
  ].toSorted((a, b) => compareText(a.path, b.path));
  const manifest = {
    format: kitFormat,
    firm: firm.key,
    site: site.key,
    files: files.map(({ path, bytes }) => ({
      path,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
  };
  return [...files, jsonFile(manifestPath, manifest)];
}
