import type { z } from "zod";
import { faultAt, refuse, type Reading, type SourceDocument } from "../document/source-document";
import type { Sessions } from "./firm";
import type { desks } from "./schema-desks";
import type { Desks, PinnedProgram, ThinPrintClient } from "./site";

type Written = z.output<typeof desks>;

/** The keys under `desks`, together with how sessions print. */
export function readDesks(
  document: SourceDocument,
  { memory, screens, client, thinprint, scanFolder }: Written,
  { printing }: Sessions,
): Reading<Desks> {
  if (thinprint !== undefined && printing.kind !== "thinprint")
    return refuse([
      faultAt(document, ["desks", "thinprint"], {
        allowed: `no such key with sessions.printing ${printing.kind}, because nothing would use it`,
        remedy: "remove it, or write printing: thinprint",
      }),
    ]);
  return {
    ok: true,
    value: {
      memoryGiB: memory,
      screens,
      client: client === undefined ? { kind: "newest" } : pinned(client),
      thinprint: readThinPrint(thinprint, printing.kind === "thinprint"),
      scanFolder,
    },
  };
}

function readThinPrint(written: Written["thinprint"], used: boolean): ThinPrintClient {
  if (written !== undefined) return { ...pinned(written), switches: written.switches };
  return used ? { kind: "byHand" } : { kind: "none" };
}

function pinned({
  version,
  url,
  sha256,
}: Omit<NonNullable<Written["client"]>, "never">): PinnedProgram {
  return { kind: "pinned", version, installer: { url, sha256 } };
}
