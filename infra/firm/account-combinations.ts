import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt } from "../document/source-document";
import { alternatives } from "../document/wording";
import type { Combination } from "./combination";

/** Accounts that nobody can sign in with, or that are more than they should be, and domains that are none. */
export function accountFaults(combination: Combination): readonly Fault[] {
  return [...supervisorFaults(combination), ...domainFaults(combination)];
}

/** Domains of mail for everybody: no tenant of Entra has one. */
const everybodys =
  /@(gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|orange|wanadoo|free|sfr|neuf|laposte|bbox)\.\w+$/;

/** Mailboxes that several people read; nobody can be held to what is done with them. */
const shared = /^(contact|info|accueil|secretariat|cabinet|compta|comptabilite|admin|noreply)@/;

function supervisorFaults({ document, firm: { people } }: Combination): readonly Fault[] {
  const refused = (allowed: string, remedy: string) => [
    faultAt(document, ["people", "supervisor"], { allowed, remedy }),
  ];
  const [, domain = ""] = people.supervisor.split("@");
  if (everybodys.test(people.supervisor))
    return refused(
      `a sign-in name in a domain of the tenant, ${domain} is everybody's`,
      "write the name that the person signs in to Microsoft 365 with",
    );
  if (shared.test(people.supervisor))
    return refused(
      "a person: whoever reads a shared mailbox would give rights to everybody",
      "write the person's own sign-in name",
    );
  return [];
}

function domainFaults({ document, firm: { identity } }: Combination): readonly Fault[] {
  if (identity.mode === "entra") return [];
  const { name, ou, joinAccount, dnsServers } = identity.domain;
  const at = (path: Path, allowed: string, remedy: string) =>
    faultAt(document, ["identity", ...path], { allowed, remedy });
  const faults: Fault[] = [];
  if (identity.mode === "hybrid" && isEntras(name))
    faults.push(
      at(
        ["domain"],
        "the name of an Active Directory domain, this one is Entra's own, which no domain controller serves",
        "write the name that `Get-ADDomain` shows under DNSRoot",
      ),
    );
  if (identity.mode === "hybrid" && isEntras(joinAccount))
    faults.push(
      at(
        ["joinAccount"],
        "an account of the domain, this one is known to Entra only and joins nothing",
        `write svc-join@${isEntras(name) ? "the domain" : name}`,
      ),
    );
  if (/^(administrat(or|eur)|admin)@/.test(joinAccount))
    faults.push(
      at(
        ["joinAccount"],
        "an account that joins machines and does nothing else: every host's set-up reads its password",
        "create svc-join with that one right",
      ),
    );
  if (/(^|,)\s*OU=Domain Controllers\s*,/i.test(ou))
    faults.push(
      at(
        ["ou"],
        "a unit of the session hosts' own: in this one they would be told what domain controllers are told",
        "create a unit beside it, such as OU=Postes",
      ),
    );
  if (identity.mode === "domainServices" && dnsServers.length > 2)
    faults.push(
      at(
        ["dnsServers"],
        "the two addresses of the managed domain; Microsoft runs two controllers, no more",
        `write the two that Entra Domain Services shows, such as ${alternatives(dnsServers.slice(0, 2).map(({ text }) => text)).replace(" or ", " and ")}`,
      ),
    );
  return faults;
}

function isEntras(name: string): boolean {
  return name.toLowerCase().endsWith(".onmicrosoft.com");
}
