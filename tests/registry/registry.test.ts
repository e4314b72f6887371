import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatFault, type Fault } from "../../infra/document/fault";
import type { Reading } from "../../infra/document/source-document";
import { openRegistry, type Registry } from "../../infra/registry/registry";

const settings = `config:
  cabinet:provider: Cabinet Cloud
  cabinet:supportEmail: support@cabinet-cloud.example
  cabinet:tenant: 1b2c3d4e-0000-4000-8000-000000000001
  cabinet:subscription: 5e0c1b2a-0000-4000-8000-000000000001
  cabinet:hubNetwork: 10.60.0.0/22
  cabinet:firmNetworks: 10.64.0.0/12
  cabinet:perUserAccess: enrolled
`;

let made = 0;

function firmText(network: string, more = ""): string {
  made += 1;
  const own = String(made).padStart(12, "0");
  return `name: Cabinet
subscription: 6f1d2c3b-0000-4000-8000-${own}
network: ${network}
people: { supervisor: a@b.example, staff: 5 }
${more}`;
}

const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

/** A work tree of some files, `firms/x` standing for `infra/firms/x`. */
function registryOf(files: Readonly<Record<string, string | Uint8Array>>): Registry {
  const root = mkdtempSync(join(tmpdir(), "registry-"));
  roots.push(root);
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name.replace(/^(firms|people)\//, "infra/$1/"));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return openRegistry(root);
}

function lines(faults: readonly Fault[]): readonly string[] {
  return faults.map(formatFault);
}

function faultsOf<T>(reading: Reading<T>): readonly string[] {
  return reading.ok ? [] : lines(reading.faults);
}

describe("the repository's own files", () => {
  const registry = openRegistry(join(__dirname, "../.."));

  test("are all good", () => {
    expect(faultsOf(registry.platform("prod"))).toEqual([]);
    const firms = registry.firms("prod");
    expect(firms.ok && firms.value.flatMap(({ reading }) => faultsOf(reading))).toEqual([]);
  });

  test("hold the sample firm, twelve people, and a small, a middle and a large one", () => {
    expect(registry.environments()).toContain("prod");
    expect(registry.firmKeys()).toEqual(
      expect.arrayContaining(["dupont", "petit", "moreau", "rousseau"]),
    );
    expect(registry.firm("prod", "dupont")).toMatchObject({
      ok: true,
      value: { people: { staff: 12 }, stage: "verified", sites: [{ key: "meylan" }] },
      warnings: [],
    });
  });
});

test("a firm is read with its changes", () => {
  const registry = registryOf({
    "Pulumi.prod.yaml": settings,
    "firms/dupont.yaml": firmText("10.64.8.0/23"),
  });
  expect(registry.firm("prod", "dupont", ["people.staff=8", "stage=leaving"])).toMatchObject({
    ok: true,
    value: { people: { staff: 8 }, stage: "leaving" },
  });
  expect(faultsOf(registry.firm("prod", "dupont", ["people.staff=many"]))).toEqual([
    '"people.staff=many":1:1: people.staff: met "many"; allowed: a whole number from 1 to 500; write staff: 12',
  ]);
});

test("a change may be meant for the platform's file", () => {
  const registry = registryOf({
    "Pulumi.prod.yaml": settings,
    "firms/dupont.yaml": firmText("10.64.8.0/23"),
  });
  const today = { kind: "dated", date: { year: 2026, month: 12, day: 21 } };
  expect(registry.platform("prod", ["cabinet:today=2026-12-21"])).toMatchObject({
    value: { today },
  });
  const regions = "cabinet:allowedRegions=[francecentral, westeurope]";
  expect(
    registry.firm("prod", "dupont", [regions, "region=westeurope", "people.staff=8"]),
  ).toMatchObject({ ok: true, value: { region: "westeurope", people: { staff: 8 } } });
  expect(faultsOf(registry.firm("prod", "dupont", ["cabinet:tody=2026-12-21"]))).toEqual([
    expect.stringMatching(/^"cabinet:tody=2026-12-21":1:1: .*; write cabinet:today$/),
  ]);
  expect(faultsOf(registry.firms("prod", ["cabinet:location=westeurope"]))).toEqual([
    expect.stringMatching(
      /^"cabinet:location=westeurope":1:1: config.cabinet:location: met westeurope/,
    ),
  ]);
});

test("a firm's own file may be warned of, alone and among all", () => {
  const registry = registryOf({
    "Pulumi.prod.yaml": settings,
    "firms/dupont.yaml": firmText(
      "10.64.8.0/23",
      "sessions: { hosts: { size: Standard_D8as_v5, count: 1 } }\n",
    ),
  });
  const warning =
    "infra/firms/dupont.yaml:5:53: sessions.hosts.count: met 1; allowed: this number, with which 4 of 5 people can work at once; write count: 2, or hosts: auto";
  expect(lines(registry.firm("prod", "dupont").warnings)).toEqual([warning]);
  const firms = registry.firms("prod");
  expect(firms.ok && firms.value.map(({ warnings }) => lines(warnings))).toEqual([[warning]]);
});

describe("people by name", () => {
  const person = "who: paul@cabinet.example, role: ecriture, by: claire@cabinet.example";
  const files = { "Pulumi.prod.yaml": settings, "firms/dupont.yaml": firmText("10.64.8.0/23") };

  test("are the firm's, where it has a request file", () => {
    const registry = registryOf({ ...files, "people/dupont.yaml": `requests: [{ ${person} }]` });
    expect(registry.firm("prod", "dupont")).toMatchObject({
      ok: true,
      value: { requests: [{ who: "paul@cabinet.example", role: "ecriture", guest: false }] },
    });
    const firms = registry.firms("prod");
    expect(firms.ok && firms.value).toMatchObject([{ reading: { value: { requests: [{}] } } }]);
  });

  test("rejects a request at its place in its own file", () => {
    const registry = registryOf({ ...files, "people/dupont.yaml": "requests: [{ role: x }]" });
    expect(faultsOf(registry.firm("prod", "dupont"))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^infra\/people\/dupont\.yaml:1:20: requests\[0\]\.role: met "?x"?/),
      ]),
    );
  });

  test("rejects a request file of no firm", () => {
    const registry = registryOf({ ...files, "people/dupond.yaml": "requests: []" });
    const firms = registry.firms("prod");
    expect(firms.ok && firms.value.flatMap(({ reading }) => faultsOf(reading))).toEqual([
      'infra/people/dupond.yaml:1:1: met the file name "dupond.yaml"; allowed: the key of a firm, then .yaml; name it after its firm\'s file, or remove it',
    ]);
  });
});

test("rejects what is not there, with what there is", () => {
  const registry = registryOf({
    "Pulumi.prod.yaml": settings,
    "firms/dupont.yaml": firmText("10.64.8.0/23"),
  });
  expect(faultsOf(registry.platform("pord"))).toEqual([
    'Pulumi.<environment>.yaml:1:1: met the environment "pord"; allowed: prod; write prod',
  ]);
  expect(faultsOf(registry.firm("prod", "dupond"))).toEqual([
    'infra/firms:1:1: met the firm "dupond"; allowed: dupont; write dupont',
  ]);
  expect(faultsOf(registry.stack("prod.dupond", "prod"))).toEqual([
    'prod.dupond:1:6: met the firm "dupond"; allowed: dupont; write dupont',
  ]);
});

test("rejects a key that would leave the folder", () => {
  const registry = registryOf({ "Pulumi.prod.yaml": settings, "secret.yaml": "name: secret\n" });
  expect(faultsOf(registry.firm("prod", "../../secret"))).toEqual([
    'infra/firms:1:1: met the firm "../../secret"; allowed: one that is described in infra/firms; describe it in infra/firms',
  ]);
  expect(faultsOf(registry.platform("x/../prod"))).toEqual([
    'Pulumi.<environment>.yaml:1:1: met the environment "x/../prod"; allowed: prod; describe it in Pulumi.<environment>.yaml',
  ]);
});

test("an empty work tree has no environments and no firms", () => {
  const registry = registryOf({});
  expect(registry.environments()).toEqual([]);
  expect(registry.firmKeys()).toEqual([]);
  expect(faultsOf(registry.firms("prod"))).toEqual([
    'Pulumi.<environment>.yaml:1:1: met the environment "prod"; allowed: one that is described in Pulumi.<environment>.yaml; describe it in Pulumi.<environment>.yaml',
  ]);
});

test("rejects what stands in a file's place and cannot be read", () => {
  const registry = registryOf({
    "Pulumi.prod.yaml/x": "",
    "firms/large.yaml": new Uint8Array(300_000),
    "firms/latin.yaml": Buffer.from("name: André\n", "latin1"),
  });
  expect(faultsOf(registry.platform("prod"))).toEqual([
    "Pulumi.prod.yaml:1:1: met no regular file; allowed: a file that can be read; put a readable file in this place",
  ]);
  expect(faultsOf(registry.stack("prod.large.site", "prod"))).toEqual([
    "infra/firms/large.yaml:1:1: met 300000 bytes; allowed: at most 262144 bytes; keep only the settings in this file",
  ]);
  expect(faultsOf(registry.stack("prod.latin.site", "prod"))).toEqual([
    "infra/firms/latin.yaml:1:11: met the byte 0xE9; allowed: text in UTF-8; save the file with the encoding UTF-8",
  ]);
});

test("rejects files in the firms' folder whose names are wrong, and ignores the others", () => {
  const registry = registryOf({
    "Pulumi.prod.yaml": settings,
    "firms/Dupont.yaml": firmText("10.64.8.0/23"),
    "firms/petit.yml": firmText("10.64.8.0/23"),
    "firms/prod.yaml": firmText("10.64.8.0/23"),
    "firms/README.md": "",
    "firms/.petit.yaml.swp": "",
    "firms/martin.yaml": firmText("10.64.8.0/23"),
  });
  expect(registry.firmKeys()).toEqual(["martin"]);
  const firms = registry.firms("prod");
  const form = "2 to 20 lower-case letters and digits, a letter first";
  expect(firms.ok && firms.value.map(({ file, reading }) => [file, ...faultsOf(reading)])).toEqual([
    ["infra/firms/martin.yaml"],
    [
      "infra/firms/Dupont.yaml",
      `infra/firms/Dupont.yaml:1:1: met the file name "Dupont.yaml"; allowed: ${form}, then .yaml; name the file by ${form}`,
    ],
    [
      "infra/firms/petit.yml",
      `infra/firms/petit.yml:1:1: met the file name "petit.yml"; allowed: ${form}, then .yaml; end its name in .yaml`,
    ],
    [
      "infra/firms/prod.yaml",
      `infra/firms/prod.yaml:1:1: met the file name "prod.yaml"; allowed: ${form}, then .yaml; choose another name for the file, this word is reserved`,
    ],
  ]);
});

describe("neighbours", () => {
  const ours = firmText("10.64.8.0/23", "sites: { meylan: { lan: 192.168.10.0/24 } }\n");

  function dupontBeside(neighbour: string | Uint8Array) {
    const reading = registryOf({
      "Pulumi.prod.yaml": settings,
      "firms/dupont.yaml": ours,
      "firms/petit.yaml": neighbour,
    }).firm("prod", "dupont");
    return { faults: faultsOf(reading), warnings: lines(reading.warnings) };
  }

  test.each<[string, string]>([
    ["that is apart", firmText("10.64.10.0/24")],
    ["that is wrong in other ways", firmText("10.64.10.0/24", "staff: x\nnonsense: [\n")],
    ["that mentions our network in a comment", `# not 10.64.8.0/23\n${firmText("10.64.10.0/24")}`],
  ])("one %s does not matter", (_, neighbour) => {
    expect(dupontBeside(neighbour)).toEqual({ faults: [], warnings: [] });
  });

  test.each<[string, string, readonly string[]]>([
    [
      "the same network",
      firmText("10.64.8.0/23"),
      [
        "infra/firms/dupont.yaml:3:10: network: met 10.64.8.0/23; allowed: a network that overlaps no other, this one overlaps 10.64.8.0/23 of firm petit (infra/firms/petit.yaml:3:10); write network: 10.64.0.0/23, which is free",
      ],
    ],
    [
      "a larger network, in quotes",
      firmText('"10.64.0.0/20"'),
      [
        "infra/firms/dupont.yaml:3:10: network: met 10.64.8.0/23; allowed: a network that overlaps no other, this one overlaps 10.64.0.0/20 of firm petit (infra/firms/petit.yaml:3:10); write network: 10.64.16.0/23, which is free",
      ],
    ],
    [
      "a network written with an escape",
      firmText('"10.64.8.0\\x2f24"'),
      [
        "infra/firms/dupont.yaml:3:10: network: met 10.64.8.0/23; allowed: a network that overlaps no other, this one overlaps 10.64.8.0/24 of firm petit (infra/firms/petit.yaml:3:10); write network: 10.64.0.0/23, which is free",
      ],
    ],
    [
      "the office's network",
      firmText("10.64.10.0/24", "sites: { a: { lan: 192.168.0.0/20 } }\n"),
      [
        "infra/firms/dupont.yaml:5:25: sites.meylan.lan: met 192.168.10.0/24; allowed: a network that overlaps no other, this one overlaps 192.168.0.0/20 of site a of firm petit (infra/firms/petit.yaml:5:20); renumber one of the two offices",
      ],
    ],
    [
      "the same network, and other faults",
      firmText("10.64.9.0/24", "stage: x\n"),
      [
        "infra/firms/dupont.yaml:3:10: network: met 10.64.8.0/23; allowed: a network that overlaps no other, this one overlaps 10.64.9.0/24 of firm petit (infra/firms/petit.yaml:3:10); write network: 10.64.0.0/23, which is free",
      ],
    ],
    [
      "an address of ours in a file that is no YAML",
      `network: [10.64.9.7\n`,
      [
        "infra/firms/dupont.yaml:3:10: network: met 10.64.8.0/23; allowed: networks that overlap no other firm's; correct infra/firms/petit.yaml first, it names an address of this firm and cannot be read; `npx cabinet check petit` says how",
      ],
    ],
  ])("rejects %s", (_, neighbour, faults) => {
    expect(dupontBeside(neighbour)).toEqual({ faults, warnings: [] });
  });

  test.each<[string, string | Uint8Array]>([
    ["no network", "name: Cabinet Petit\n"],
    ["a network that is none", firmText("10.64")],
    ["bytes that are no text", Uint8Array.from([0xff, 0xfe])],
  ])("one with %s is a warning", (_, neighbour) => {
    expect(dupontBeside(neighbour)).toEqual({
      faults: [],
      warnings: [
        "infra/firms/petit.yaml:1:1: met a firm whose networks cannot be read; allowed: networks that can be held against those of other firms; correct it, `npx cabinet check petit` says how",
      ],
    });
  });
});

function slice(index: number): string {
  return `10.${64 + Math.floor(index / 128)}.${(index % 128) * 2}.0/23`;
}

function office(index: number): string {
  return `sites: { office: { lan: 172.${16 + Math.floor(index / 256)}.${index % 256}.0/24 } }\n`;
}

describe("a thousand firms", () => {
  const files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `firms/firm${index}.yaml`,
      firmText(slice(index), office(index)),
    ]),
  );
  const registry = registryOf({
    ...files,
    "Pulumi.prod.yaml": settings,
    "firms/firm700.yaml": firmText(slice(300), office(700)),
    "firms/firm800.yaml": firmText(slice(800), "stage: nonsense\n"),
  });

  test("are read and held against one another; only those at fault have faults", () => {
    const firms = registry.firms("prod");
    const entries = firms.ok ? firms.value : [];
    expect(entries).toHaveLength(1000);
    const faulty = entries.filter(({ reading }) => !reading.ok);
    expect(faulty.map(({ key, reading }) => [key, ...faultsOf(reading)])).toEqual([
      [
        "firm300",
        "infra/firms/firm300.yaml:3:10: network: met 10.66.88.0/23; allowed: a network that overlaps no other, this one overlaps 10.66.88.0/23 of firm firm700 (infra/firms/firm700.yaml:3:10); write network: 10.69.120.0/23, which is free",
      ],
      [
        "firm700",
        "infra/firms/firm700.yaml:3:10: network: met 10.66.88.0/23; allowed: a network that overlaps no other, this one overlaps 10.66.88.0/23 of firm firm300 (infra/firms/firm300.yaml:3:10); write network: 10.69.120.0/23, which is free",
      ],
      [
        "firm800",
        'infra/firms/firm800.yaml:5:8: stage: met "nonsense"; allowed: landing, verified, live or leaving; choose one of these',
      ],
    ]);
  });

  test("one of them is held against all others", () => {
    expect(faultsOf(registry.firm("prod", "firm299"))).toEqual([]);
    expect(faultsOf(registry.firm("prod", "firm300"))).toEqual([
      "infra/firms/firm300.yaml:3:10: network: met 10.66.88.0/23; allowed: a network that overlaps no other, this one overlaps 10.66.88.0/23 of firm firm700 (infra/firms/firm700.yaml:3:10); write network: 10.69.120.0/23, which is free",
    ]);
  });
});

describe("what two firms cannot have in common", () => {
  const subscription = "subscription: 6f1d2c3b-0000-4000-8000-0000000000AA";
  const file = (network: string, [first = "", ...more]: readonly string[]) =>
    firmText(network, more.join("\n")).replace(/^subscription: .*$/m, first);
  const own = (number: number) =>
    `subscription: 6f1d2c3b-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const domain = (controllers: string) =>
    `identity: { mode: hybrid, domain: a.example, ou: "OU=x,DC=a,DC=example", joinAccount: j@a.example, dnsServers: [${controllers}] }`;
  const citrix = `sessions: { broker: citrix, citrix: { customer: abc1, resourceLocation: 7a1d2c3b-0000-4000-8000-000000000001, clientId: 7a1d2c3b-0000-4000-8000-000000000002, agent: { url: https://a.example/v.exe, sha256: ${"ab".repeat(32)} } } }`;

  test.each<[string, readonly string[], readonly string[], readonly RegExp[]]>([
    [
      "another firm's subscription, however it is spelt",
      [subscription],
      [subscription.toLowerCase()],
      [
        /^infra\/firms\/dupont\.yaml:2:15: subscription: met "6f1d2c3b-0000-4000-8000-0000000000AA"; allowed: a subscription of this firm's own: .*; firm petit has it \(infra\/firms\/petit\.yaml\); write the id of its own/,
      ],
    ],
    [
      "another firm's domain",
      [own(901), domain("10.64.8.180, 10.64.8.181")],
      [own(902), domain("10.64.10.180, 10.64.10.181")],
      [
        /: identity\.domain: met "a\.example"; allowed: a domain of this firm's own: .*; firm petit has it/,
      ],
    ],
    [
      "another firm's resource location in Citrix Cloud, and its domain",
      [own(903), domain("10.64.8.180, 10.64.8.181"), citrix],
      [own(904), domain("10.64.10.180, 10.64.10.181"), citrix],
      [
        /: identity\.domain: /,
        /: sessions\.citrix\.resourceLocation: met "7a1d2c3b.*"; allowed: a resource location of this firm's own: .*; firm petit has it/,
      ],
    ],
  ])("rejects %s", (_, mine, theirs, faults) => {
    const registry = registryOf({
      "Pulumi.prod.yaml": settings,
      "firms/dupont.yaml": file("10.64.8.0/24", mine),
      "firms/petit.yaml": file("10.64.10.0/24", theirs),
    });
    const alone = faultsOf(registry.firm("prod", "dupont"));
    expect(alone).toEqual(faults.map((fault) => expect.stringMatching(fault)));
    const together = registry.firms("prod");
    const entry = together.ok && together.value.find(({ key }) => key === "dupont");
    expect(entry && faultsOf(entry.reading)).toEqual(alone);
  });

  test("a managed domain serves all firms of the tenant", () => {
    const managed = (controllers: string) =>
      domain(controllers).replace("mode: hybrid", "mode: domainServices");
    const registry = registryOf({
      "Pulumi.prod.yaml": settings,
      "firms/dupont.yaml": file("10.64.8.0/24", [own(905), managed("10.60.0.164, 10.60.0.165")]),
      "firms/petit.yaml": file("10.64.10.0/24", [own(906), managed("10.60.0.164, 10.60.0.165")]),
    });
    expect(faultsOf(registry.firm("prod", "dupont"))).toEqual([]);
  });
});
