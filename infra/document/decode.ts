import { topOf, type Fault } from "./fault";

/** A firm file has some 2 KiB; this bounds the time anything that reads it can take. */
export const largestFile = 256 * 1024;

export type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: Fault };

/**
 * Bytes to text: not too large, and strictly UTF-8. A byte order mark is dropped.
 *
 * @param most Bytes it may have. Default those of a firm file.
 */
export function decode(file: string, bytes: Uint8Array, most = largestFile): Decoded {
  if (bytes.length > most) return refuse(tooLarge(file, bytes.length, most));
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const offset = firstBadByte(bytes);
    return refuse({
      file,
      ...placeAfter(bytes.subarray(0, offset)),
      path: "",
      met: `the byte ${hexadecimal(bytes[offset] ?? 0)}`,
      allowed: "text in UTF-8",
      remedy: "save the file with the encoding UTF-8",
    });
  }
}

/** For whoever knows a file's size before reading it. */
export function tooLarge(file: string, size: number, most = largestFile): Fault {
  return {
    ...topOf(file),
    path: "",
    met: `${size} bytes`,
    allowed: `at most ${most} bytes`,
    remedy:
      most === largestFile ? "keep only the settings in this file" : "write several smaller files",
  };
}

function refuse(fault: Fault): Decoded {
  return { ok: false, fault };
}

/** Lenient decoding replaces what is not UTF-8: the first byte that encoding does not give back is the first bad one. */
function firstBadByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(lenient);
  const offset = bytes.findIndex((byte, index) => again[index] !== byte);
  return offset === -1 ? bytes.length - 1 : offset;
}

function placeAfter(bytes: Uint8Array): { line: number; column: number } {
  const lines = new TextDecoder("utf-8").decode(bytes).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function hexadecimal(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
