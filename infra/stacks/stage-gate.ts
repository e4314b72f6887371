import type { Stage } from "../firm/firm";

const goLiveFrom: readonly unknown[] = ["verified", "live"] satisfies readonly Stage[];

/**
 * Why a firm cannot be live yet, or undefined where it can: only once its data was verified.
 *
 * @param before Stage that was deployed last; undefined where none was.
 */
export function refuseLive(stack: string, before: unknown): string | undefined {
  if (goLiveFrom.includes(before)) return undefined;
  const met = typeof before === "string" ? `its stage is ${before}` : "it was never deployed";
  return `${stack} cannot go live: its data was not verified, for ${met}; write stage: verified, deploy, have the firm accept its data, and then write stage: live`;
}
