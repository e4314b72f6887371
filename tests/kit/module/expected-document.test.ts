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

test("A08: a web server on the controller is a reason, in the form that machine configuration reads", () => {
  const { site } = sampleSite("dupont");
  const machine = site.machines.find(({ role }) => role === "controller");
  if (machine === undefined) throw new Error("no controller");
  const expected = expectedDocument(machine.name, expectedServer(site, machine));
  const clean = {
    features: expected.kept.map(({ name }) => name),
    services: expected.services.needed.map(
      ({ name }) => ({ name, state: "running", start: "automatic" }) as const,
    ),
    shares: [{ name: "SYSVOL" }, { name: "NETLOGON" }],
  };
  expect(compareAsWindows(clean, expected)).toEqual([]);
  const found = compareAsWindows(
    { ...clean, features: [...clean.features, "Web-Server"] },
    expected,
  );
  expect(found).toMatchObject([
    {
      code: "slim:feature:forbidden",
      subject: "Web-Server",
      phrase: { fr: expect.stringContaining("serveur web") },
    },
  ]);
  expect(found.every(({ code }) => /^\w+:\w+:\w+$/.test(code))).toBe(true);
});
