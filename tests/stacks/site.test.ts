import type { Firm } from "../../infra/firm/firm";
import type { Site } from "../../infra/firm/site";
import { recordStack } from "../../infra/stacks/program";
import { remains } from "../../infra/stacks/remains";
import { address, domainIdentity, firm, network, platform, site } from "../support/builders";
import { counted, inputsOf, named } from "../support/harness";
import { officeWithAll } from "../support/offices";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;

const hub = platform({ vpnGateway: "VpnGw1AZ" });

async function record(office: Site, changes: Partial<Firm> = {}) {
  const owner = firm({ sites: [office], ...changes });
  const name = {
    kind: "site",
    environment: "prod",
    firm: owner.key,
    site: office.key,
  } as const;
  const { resources, outputs } = await recordStack(name, { platform: hub, firm: owner });
  return {
    resources: resources.filter(
      ({ custom, type }) => custom && !/^pulumi:(providers|pulumi)/.test(type),
    ),
    outputs,
  };
}

test("an office that is neither linked nor watched by Azure has nothing there, and says who does what", async () => {
  const { resources, outputs } = await record(site());
  expect(resources).toEqual([]);
  expect(outputs).toMatchObject({
    site: "meylan",
    lan: "192.168.10.0/24",
    profile: "slimSplit",
    machines: {
      "MEYLAN-HV1": "192.168.10.2",
      "MEYLAN-DC1": "192.168.10.3",
      "MEYLAN-PR1": "192.168.10.4",
    },
    directory: { domain: "ad.cabinet-dupont.example", sync: "none" },
    privateNames: {},
    manualSteps: [
      expect.stringContaining("npx cabinet kit dupont --site meylan"),
      expect.stringContaining("npx cabinet audit dupont --site meylan"),
    ],
  });
});

test("an office with everything has its tunnel, names, second controller, and each machine its configuration", async () => {
  const { resources, outputs } = await record(officeWithAll(firm(), site()));
  expect(counted(resources)).toMatchObject({
    "resources:ResourceGroup": 3,
    "network:LocalNetworkGateway": 1,
    "network:VirtualNetworkGatewayConnection": 1,
    "dnsresolver:ForwardingRule": 1,
    "compute:VirtualMachine": 1,
    "guestconfiguration:GuestConfigurationHCRPAssignment": 3,
    "hybridcompute:MachineExtension": 3,
    "monitor:DataCollectionRuleAssociation": 3,
    "maintenance:ConfigurationAssignment": 4,
    "authorization:RoleAssignment": 1,
    "storage:Blob": 3,
    "monitor:ScheduledQueryRule": 7,
    "monitor:ActivityLogAlert": 1,
    "monitor:ActionGroup": 1,
  });
  expect(outputs).toMatchObject({
    linkSecret: "vpn-meylan",
    arcGroup: "rg-prod-dupont-meylan-arc",
    privateNames: { ask: "10.0.0.196" },
  });
});

test("a second controller finds the domain by the office's, and what the firm's vault keeps of it is told", async () => {
  const office = officeWithAll(firm(), site());
  const { resources } = await record(office);
  expect(inputsOf(resources, "controller-nic")["dnsSettings"]).toEqual({
    dnsServers: ["192.168.10.3", "10.64.9.52"],
  });
  const item = named(resources, "controller-backup-server").id;
  const owner = firm({ sites: [office] });
  expect(remains("prod", owner, "kv", { kind: "undated" }).map(({ id }) => id)).toContain(item);
});

test("a domain's controllers in Azure come first in what a second controller asks", async () => {
  const identity = domainIdentity("hybrid");
  const { resources } = await record(officeWithAll(firm(), site()), { identity });
  expect(inputsOf(resources, "controller-nic")["dnsSettings"]).toEqual({
    dnsServers: ["10.60.1.4", "10.60.1.5", "192.168.10.3", "10.64.9.52"],
  });
});

test("machines of Azure Arc are spoken of by their ids and never made", async () => {
  const { resources } = await record(officeWithAll(firm(), site()));
  expect(resources.filter(({ type }) => type.endsWith(":hybridcompute:Machine"))).toEqual([]);
  const { resourceUri } = inputsOf(resources, "print-reports");
  expect(resourceUri).toMatch(/rg-prod-dupont-meylan-arc\/.*\/machines\/MEYLAN-PR1$/);
});

test.each([
  ["slimSplit, reported", "slimSplit", "report", ["Audit", "Audit", "ApplyAndMonitor"]],
  ["slimSplit, set right", "slimSplit", "correct", ["Audit", "Audit", "ApplyAndAutoCorrect"]],
  ["slimSingle", "slimSingle", "report", ["Audit"]],
] as const)("%s: domain controllers are only looked at", async (_, profile, correction, wanted) => {
  const single = [
    { role: "server", name: "MEYLAN-SRV1", address: address("192.168.10.2") },
  ] as const;
  const plain = site(profile === "slimSingle" ? { profile, machines: single } : {});
  const office = officeWithAll(firm(), plain);
  if (office.supervision.kind === "agentless") throw new Error("the office is watched");
  const { resources } = await record({
    ...office,
    supervision: { ...office.supervision, correction },
  });
  const assignments = office.machines.map(({ role }) =>
    inputsOf(resources, `${role}-configuration`),
  );
  expect(assignments.map(({ properties }) => properties)).toEqual(
    wanted.map((assignmentType) => ({
      context: "cabinet",
      guestConfiguration: expect.objectContaining({
        assignmentType,
        contentHash: expect.stringMatching(/^[0-9A-F]{64}$/),
        configurationParameter: [
          {
            name: "[SlimServer]Machine;Correct",
            value: String(assignmentType === "ApplyAndAutoCorrect"),
          },
        ],
      }),
    })),
  );
});

test("the package's blob is the assignment's, byte by byte, and its link a secret", async () => {
  const { resources } = await record(officeWithAll(firm(), site()));
  const { guestConfiguration } = inputsOf(resources, "controller-configuration")["properties"] as {
    guestConfiguration: Record<string, string>;
  };
  const { name, contentHash = "", contentUri } = guestConfiguration;
  expect(contentUri).toBe("<secret>");
  expect(inputsOf(resources, `packages-${name}`)["blobName"]).toBe(
    `${name}-${contentHash.slice(0, 16).toLowerCase()}.zip`,
  );
});

test("one office of a domain brings the rule of its name, for the controllers of all that are linked", async () => {
  const first = officeWithAll(firm(), site());
  const second: Site = {
    ...first,
    key: "voiron",
    lan: network("192.168.11.0/24"),
    machines: [{ role: "server", name: "VOIRON-SRV1", address: address("192.168.11.2") }],
    profile: "slimSingle",
    secondController: { kind: "none" },
    supervision: { kind: "agentless" },
  };
  const offices = { sites: [first, second] };
  const { resources } = await record(first, offices);
  expect(inputsOf(resources, "names-domain")).toMatchObject({
    domainName: "ad.cabinet-dupont.example.",
    targetDnsServers: ["192.168.10.3", "10.64.9.52", "192.168.11.2"].map((ipAddress) => ({
      ipAddress,
      port: 53,
    })),
  });
  const other = await record(second, offices);
  expect(counted(other.resources)).not.toHaveProperty("dnsresolver:ForwardingRule");
});

test("what people do follows from link, directory and what is not onboarded", async () => {
  const office = officeWithAll(firm(), site());
  const { outputs } = await record({
    ...office,
    directory: { ...office.directory, sync: "connect" },
    supervision: {
      kind: "arc",
      machines: [],
      administrators: [],
      correction: "report",
      readableUntil: undefined,
    },
  });
  const steps = outputs["manualStepsInEnglish"] as string[];
  expect(steps).toEqual([
    expect.stringContaining("technician's kit"),
    expect.stringContaining('secret "vpn-meylan"'),
    expect.stringContaining("On MEYLAN-DC1: forward file.core.windows.net"),
    expect.stringContaining("Promote MEYLAN-DC2 (10.64.9.52)"),
    expect.stringContaining("On MEYLAN-PR1: install Entra Connect Sync"),
    expect.stringContaining("Onboard MEYLAN-HV1, MEYLAN-DC1, MEYLAN-PR1"),
  ]);
  const cloud = await record({ ...site(), directory: { ...office.directory, sync: "cloudSync" } });
  expect(cloud.outputs["manualStepsInEnglish"]).toContainEqual(
    expect.stringContaining("On MEYLAN-DC1: install the agent of Entra Cloud Sync"),
  );
});

test("a firm has a subnet for a second controller, whatever its hosts join", async () => {
  const office = officeWithAll(firm(), site());
  const name = { kind: "firm", environment: "prod", firm: "dupont" } as const;
  for (const identity of [{ mode: "entra" } as const, domainIdentity("hybrid")]) {
    const { resources } = await recordStack(name, {
      platform: hub,
      firm: firm({ sites: [office], identity }),
    });
    expect(inputsOf(resources, "network-servers")).toMatchObject({
      addressPrefix: "10.64.9.48/28",
    });
    expect(inputsOf(resources, "network-servers-rules")["securityRules"]).toContainEqual(
      expect.objectContaining({ name: "allow-domain-in" }),
    );
  }
});
