import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { webServices } from "./services";

/** Services that lack what they need, and settings of services that nobody asked for. */
export function serviceFaults(combination: Combination): readonly Fault[] {
  return [
    ...repeatedServices(combination),
    ...suiteFaults(combination),
    ...connectFaults(combination),
    ...namelessServices(combination),
  ];
}

function repeatedServices({ document, written: { services } }: Combination): readonly Fault[] {
  return services.flatMap((service, index) =>
    services.indexOf(service) === index
      ? []
      : [
          faultAt(document, ["services", index], {
            allowed: "each service once",
            remedy: "remove one of the two",
          }),
        ],
  );
}

function suiteFaults({ document, written: { services, suite } }: Combination): readonly Fault[] {
  if (services.length === 0 || suite === "quadra") return [];
  return [
    faultAt(document, ["services"], {
      allowed: `services with suite quadra only, because they are Quadra's and the suite is ${suite}`,
      remedy: "remove them, or write suite: quadra",
    }),
  ];
}

function connectFaults({ document, written, firm }: Combination): readonly Fault[] {
  const wanted = written.services.includes("quadraConnect");
  const faults: Fault[] = [];
  if (wanted && written.quadraConnect === undefined)
    faults.push(
      faultAt(document, ["services"], {
        met: "quadraConnect",
        allowed:
          "quadraConnect together with the key quadraConnect, because clients start a program and the vendor's installer decides where it is",
        remedy: String.raw`add quadraConnect: { path: C:\Quadra\Connect.exe }`,
      }),
    );
  if (!wanted && written.quadraConnect !== undefined)
    faults.push(
      faultAt(document, ["quadraConnect"], {
        allowed: "no such key without services [quadraConnect], because nothing would use it",
        remedy: "remove it, or add quadraConnect to services",
      }),
    );
  if (wanted && firm.people.externals === 0)
    faults.push(
      faultAt(document, ["services"], {
        met: "quadraConnect",
        allowed:
          "quadraConnect together with people.externals, because it is clients who connect, and hosts are sized for them",
        remedy: "add people.externals: 25, or remove quadraConnect",
      }),
    );
  return faults;
}

/** A firewall that knows names lets nobody reach a service whose names it was not told. */
function namelessServices({ document, firm, rules }: Combination): readonly Fault[] {
  if (rules.firewall === "none") return [];
  return firm.services.web
    .filter((service) => (rules.serviceHosts[service] ?? []).length === 0)
    .map((service) =>
      faultAt(document, ["services"], {
        met: service,
        allowed: `services whose names the platform's firewall lets through; it was told none of ${webServices[service].name}`,
        remedy: `ask the vendor for them, and add them to Pulumi.<environment>.yaml: cabinet:serviceHosts: { ${service}: [...] }`,
      }),
    );
}
