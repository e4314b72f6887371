import { parseAddress } from "../azure/network";
import { topOf, type Fault } from "../document/fault";
import { openDocument } from "../document/source-document";
import type { Claim, Range } from "../firm/network-plan";
import { readClaims } from "../firm/read-firm";
import { firmFile } from "./files";

/** What the files of other firms say that concerns one firm. */
export interface Neighbourhood {
  /** Claims of those neighbours that may overlap. */
  readonly claims: readonly Claim[];
  /** Whatever looks like a network in any neighbour's file: more than is claimed, never less. */
  readonly mentioned: readonly Range[];
  /** Neighbours whose networks cannot be read, though they name an address of ours: nothing can be said about overlaps. */
  readonly obstacles: readonly string[];
  /** Neighbours whose networks cannot be read, and that name no address of ours. */
  readonly warnings: readonly Fault[];
}

/**
 * Reads the neighbours of a firm, a thousand of them in a fraction of a second: a network can only be claimed where
 * its text stands in the file, so a file whose addresses are all elsewhere need not be parsed. Whatever else is wrong
 * in a neighbour's file does not concern this firm.
 */
export function readNeighbours(
  files: Iterable<readonly [key: string, bytes: Uint8Array]>,
  own: readonly Range[],
): Neighbourhood {
  const claims: Claim[] = [];
  const mentioned: Range[] = [];
  const obstacles: string[] = [];
  const warnings: Fault[] = [];
  for (const [key, bytes] of files) {
    const text = new TextDecoder().decode(bytes);
    const ranges = findRanges(text);
    mentioned.push(...ranges);
    const near = ranges.some((range) => own.some((ours) => overlap(range, ours)));
    if (!near && isPlain(text)) continue;
    const document = openDocument(firmFile(key), bytes);
    const theirs = document.ok ? readClaims(key, document.value) : { claims: [], complete: false };
    claims.push(...theirs.claims);
    if (theirs.complete) continue;
    if (near) obstacles.push(key);
    else warnings.push(unreadableNeighbour(key));
  }
  return { claims, mentioned, obstacles, warnings };
}

/** Whether the firm's network stands where it can be seen without parsing; a backslash could hide digits. */
function isPlain(text: string): boolean {
  return plainNetwork.test(text) && !text.includes("\\");
}

const plainNetwork = /^network:[ \t]*["']?\d+(\.\d+){3}\/\d+["']?[ \t]*\r?(#.*)?$/m;

/** All addresses in a text, with the networks around them where a prefix follows. */
function findRanges(text: string): readonly Range[] {
  return [...text.matchAll(/(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?/g)].flatMap(
    ([, addressText = "", prefixText = "32"]) => {
      const address = parseAddress(addressText);
      if (address.kind === "problem") return [];
      const size = 2 ** Math.max(0, 32 - Number(prefixText));
      const first = address.value - (address.value % size);
      return [{ first, last: first + size - 1 }];
    },
  );
}

function overlap(a: Range, b: Range): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function unreadableNeighbour(key: string): Fault {
  return {
    ...topOf(firmFile(key)),
    path: "",
    met: "a firm whose networks cannot be read",
    allowed: "networks that can be held against those of other firms",
    remedy: `correct it, \`npx cabinet check ${key}\` says how`,
  };
}
