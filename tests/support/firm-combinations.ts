import type { FirmRules } from "../../infra/firm/combination";
import { firmFaults, firmOf } from "./firm-file";

/** A firm file that is refused: the smallest firm with these lines, and what is said of it. */
export interface Refusal {
  readonly what: string;
  readonly lines: readonly string[];
  /** Behind the file's name. */
  readonly faults: readonly string[];
  readonly rules?: Partial<FirmRules>;
}

/** One that is close to being refused, and is not. */
export type Acceptance = Omit<Refusal, "faults">;

export function testCombinations(
  refusals: readonly Refusal[],
  accepted: readonly Acceptance[] = [],
): void {
  test.each(refusals)("rejects $what", ({ lines, faults, rules }) => {
    expect(firmFaults(firmOf(lines), rules)).toEqual(faults.map((fault) => `petit.yaml:${fault}`));
  });
  if (accepted.length > 0)
    test.each(accepted)("accepts $what", ({ lines, rules }) => {
      expect(firmFaults(firmOf(lines), rules)).toEqual([]);
    });
}

const domain =
  "domain: cabinet-petit.example, ou: 'OU=Postes,DC=cabinet-petit,DC=example', joinAccount: svc-join@cabinet-petit.example";
const dcs = "dnsServers: [10.64.10.180, 10.64.10.181]";
export const hybrid = `identity: { mode: hybrid, ${domain}, ${dcs} }`;
export const managed = `identity: { mode: domainServices, ${domain}, dnsServers: [10.60.0.164, 10.60.0.165] }`;
export const hash = "ab".repeat(32);
export const citrix = `citrix: { customer: petit7f3k2a, resourceLocation: 7a1d2c3b-0000-4000-8000-000000000001, clientId: 7a1d2c3b-0000-4000-8000-000000000002, agent: { url: https://logiciels.example/vda.exe, sha256: ${hash} } }`;
export const app = String.raw`{ name: Caisse, path: C:\Caisse.exe }`;
export const people = (more: string) => `people: { supervisor: a@b.example, staff: 5, ${more} }`;
