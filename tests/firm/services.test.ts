import { readFirmText, firmFaults, smallestFirm } from "../support/firm-file";

const raw = String.raw;
const clients = smallestFirm.replace("staff: 5", "staff: 5, externals: 25");
const quadra = (text: string, base = smallestFirm) => `${base}suite: quadra\n${text}`;

test("services are off by default", () => {
  const reading = readFirmText(smallestFirm);
  expect(reading.ok && reading.value.services).toEqual({ web: [], quadraConnect: undefined });
});

test("clients who connect need no other application", () => {
  const reading = readFirmText(
    quadra(
      "services: [devisFact, quadraConnect, quadraBox]\nquadraConnect: { path: C:\\Q.exe }\n",
      clients,
    ),
  );
  expect(reading.ok && reading.value.services).toEqual({
    web: ["quadraBox", "devisFact"],
    quadraConnect: {
      key: "quadraconnect",
      name: "Quadra Connect",
      path: "C:\\Q.exe",
      arguments: "",
    },
  });
});

const refusals: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a service of another suite",
    `${smallestFirm}services: [quadraBox]\n`,
    [
      "5:11: services: met a list of one value; allowed: services with suite quadra only, because they are Quadra's and the suite is other; remove them, or write suite: quadra",
    ],
  ],
  [
    "a service twice",
    quadra("services: [quadraBox, quadraBox]\n"),
    ['6:23: services[1]: met "quadraBox"; allowed: each service once; remove one of the two'],
  ],
  [
    "Quadra Connect without its program",
    quadra("services: [quadraConnect]\n", clients),
    [
      raw`6:11: services: met quadraConnect; allowed: quadraConnect together with the key quadraConnect, because clients start a program and the vendor's installer decides where it is; add quadraConnect: { path: C:\Quadra\Connect.exe }`,
    ],
  ],
  [
    "a program that nobody starts",
    quadra("quadraConnect: { path: C:\\Q.exe }\n"),
    [
      "6:16: quadraConnect: met a map of path; allowed: no such key without services [quadraConnect], because nothing would use it; remove it, or add quadraConnect to services",
    ],
  ],
  [
    "Quadra Connect without clients",
    quadra("services: [quadraConnect]\nquadraConnect: { path: C:\\Q.exe }\n"),
    [
      "6:11: services: met quadraConnect; allowed: quadraConnect together with people.externals, because it is clients who connect, and hosts are sized for them; add people.externals: 25, or remove quadraConnect",
    ],
  ],
];

test.each(refusals)("rejects %s", (_, text, faults) => {
  expect(firmFaults(text).map((fault) => fault.replace(/^petit\.yaml:/, ""))).toEqual(faults);
});

test("rejects a service whose names the firewall was not told", () => {
  const text = quadra("services: [suiviCaisse]\n");
  const [fault = ""] = firmFaults(text, { firewall: "Standard" });
  expect(fault).toContain("cabinet:serviceHosts: { suiviCaisse: [...] }");
  const serviceHosts = { suiviCaisse: ["caisse.example"] };
  expect(firmFaults(text, { firewall: "Standard", serviceHosts })).toEqual([]);
});
