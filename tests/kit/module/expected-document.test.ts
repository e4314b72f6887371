import fc from "fast-check";
import { expectedServer } from "../../../infra/firm/expected-servers";
import { expectedDocument } from "../../../infra/kit/module/expected-document";
import { compareServer } from "../../../infra/slim-server/compare-server";
import { windowsFeatures } from "../../../infra/slim-server/windows-features";
import { sampleSite } from "../../support/sample-firms";
import { compareAsWindows } from "../../support/slim-server";

const offices = ["dupont", "moreau"].flatMap((key) => {
  const { site } = sampleSite(key);
  return site.machines.map((machine) => [machine.name, site, machine] as const);
});

const service = fc.record({
  name: fc.constantFrom(
    "NTDS",
    "Netlogon",
    "DFSR",
    "DNS",
    "DHCPServer",
    "Spooler",
    "vmms",
    "MSSQLSERVER",
    "MSSQL$QUADRA",
    "TermServLicensing",
    "BrokerAgent",
    "MSExchangeIS",
    "nginx",
    "W32Time",
    "HFSQL Server",
    "spooler",
  ),
  state: fc.constantFrom("running", "stopped"),
  start: fc.constantFrom("automatic", "manual", "disabled"),
});

const observed = fc.record({
  features: fc.uniqueArray(
    fc.oneof(fc.constantFrom(...windowsFeatures), fc.constantFrom("Wonder-Feature", "$&", "{0}")),
  ),
  services: fc.uniqueArray(service, { selector: ({ name }) => name.toLowerCase() }),
  shares: fc.array(
    fc.record({
      name: fc.oneof(
        fc.constantFrom(
          "SYSVOL",
          "netlogon",
          "ADMIN$",
          "C$",
          "print$",
          "Qappli",
          "Compta 2024",
          "accueil",
          "Photos$",
        ),
        fc.string(),
      ),
    }),
  ),
});

test.each(offices)("what Windows says of %s is what the comparison says", (_, site, machine) => {
  const wanted = expectedServer(site, machine);
  const expected = expectedDocument(machine.name, wanted);
  fc.assert(
    fc.property(observed, (state) => {
      expect(compareAsWindows(state, expected)).toEqual(compareServer(state, wanted));
    }),
  );
});

test.each(offices)(
  "%s: only machines without a directory may lose features unattended",
  (_, site, machine) => {
    const { mayRemove } = expectedDocument(machine.name, expectedServer(site, machine));
    expect(mayRemove).toBe(machine.role === "print" || machine.role === "host");
  },
);
