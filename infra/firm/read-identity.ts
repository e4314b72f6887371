import type { z } from "zod";
import type { Fault } from "../document/fault";
import { faultAt, refuse, type Reading, type SourceDocument } from "../document/source-document";
import type { Domain, Identity } from "./firm";
import { domainOf } from "./identity-texts";
import type { identity } from "./schema-identity";

type Written = z.output<typeof identity>;

const domainKeys = ["domain", "ou", "joinAccount", "joinSecret", "dnsServers"] as const;

const examples = {
  domain: "cabinet-moreau.example",
  ou: '"OU=Postes,DC=cabinet-moreau,DC=example"',
  joinAccount: "svc-join@cabinet-moreau.example",
  dnsServers: "[10.64.9.52, 10.64.9.53]",
} as const;

const reasons = {
  domain: "hosts must be told which domain they join",
  ou: "a unit of their own keeps other group policies off the hosts",
  joinAccount: "somebody must be allowed to join them",
  dnsServers: "hosts find a domain by its DNS only",
} as const;

/** The keys under `identity` together: with a domain all that joining takes, without one nothing of it. */
export function readIdentity(document: SourceDocument, written: Written): Reading<Identity> {
  const { mode } = written;
  if (mode === "entra") {
    const faults = domainKeys
      .filter((key) => written[key] !== undefined)
      .map((key) =>
        faultAt(document, ["identity", key], {
          allowed: "no such key with identity.mode entra, because hosts join no domain",
          remedy: "remove it, or write mode: hybrid",
        }),
      );
    return faults.length === 0 ? { ok: true, value: { mode } } : refuse(faults);
  }
  const { domain: name, ou, joinAccount, joinSecret = "domain-join", dnsServers } = written;
  if (
    name === undefined ||
    ou === undefined ||
    joinAccount === undefined ||
    dnsServers === undefined
  )
    return refuse(missingKeys(document, written));
  const domain: Domain = { name, ou, joinAccount, joinSecretName: joinSecret, dnsServers };
  const faults = domainFaults(document, domain);
  return faults.length === 0 ? { ok: true, value: { mode, domain } } : refuse(faults);
}

function missingKeys(document: SourceDocument, written: Written): readonly Fault[] {
  return (["domain", "ou", "joinAccount", "dnsServers"] as const)
    .filter((key) => written[key] === undefined)
    .map((key) =>
      faultAt(document, ["identity", key], {
        allowed: `a value with identity.mode ${written.mode}, because ${reasons[key]}`,
        remedy: `add ${key}: ${examples[key]}`,
      }),
    );
}

function domainFaults(document: SourceDocument, { name, ou, dnsServers }: Domain) {
  const texts = dnsServers.map(({ text }) => text);
  return [
    ...(domainOf(ou) === name
      ? []
      : [
          faultAt(document, ["identity", "ou"], {
            allowed: `a unit of the domain ${name}, this one is in ${domainOf(ou)}`,
            remedy: `end it in ${name
              .split(".")
              .map((label) => `DC=${label}`)
              .join(",")}`,
          }),
        ]),
    ...texts.flatMap((text, index) =>
      texts.indexOf(text) === index
        ? []
        : [
            faultAt(document, ["identity", "dnsServers", index], {
              allowed: "each domain controller once",
              remedy: "remove one of the two",
            }),
          ],
    ),
  ];
}
