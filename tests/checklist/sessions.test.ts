import { regionFacts } from "../../infra/azure/regions";
import { builtInRoles } from "../../infra/azure/roles";
import { hostSizes } from "../../infra/firm/host-sizes";
import { sizeSessionHosts } from "../../infra/firm/sizing";
import type { RegisteredResource } from "../../infra/resources/registered";
import { inputAt, listAt, ofType, textAt } from "../../infra/rules/inputs";
import { firmFaults, firmWith } from "../support/firm-file";
import { distinct, sample, sampleKeys, texts, type Sample } from "./sample";

// Items of Microsoft's review checklists for Azure Virtual Desktop and landing zones
// (github.com/Azure/review-checklists) that the stack itself must keep, on every sample firm. Items with
// a guardrail or with a test of their component are held there, under their numbers.
jest.setTimeout(60_000);

const scripts = (all: readonly RegisteredResource[]) =>
  all
    .filter(({ name }) => /^hosts-.*-settings$/.test(name))
    .map((one) => String(inputAt(one, "source.script")));

describe.each(sampleKeys)("%s", (key) => {
  let it: Sample;
  beforeAll(async () => {
    it = await sample(key);
  });

  test("AVD-002, AVD-052: a pool's hosts stand in one region, and everything in an allowed one", () => {
    expect(distinct(texts(it.hosts, "location"))).toEqual([it.firm.region]);
    const { desktopMetadata } = regionFacts[it.firm.region];
    const elsewhere = it.all
      .map((one) => textAt(one, "location"))
      .filter((location) => location !== undefined && location !== "global")
      .filter((location) => location !== desktopMetadata);
    expect(distinct(elsewhere)).toEqual([it.firm.region]);
    expect(it.platform.allowedRegions).toContain(it.firm.region);
  });

  test("AVD-004: hosts are spread over zones evenly, in no availability set", () => {
    const zones = it.hosts.map((host) => listAt(host, "zones"));
    for (const own of zones) expect(own).toHaveLength(1);
    const counts = ["1", "2", "3"].map((zone) => zones.filter((own) => own[0] === zone).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(JSON.stringify(it.all)).not.toContain("availabilitySet");
  });

  test("AVD-005, AVD-010: shares are backed up by policies of their own, pooled hosts are not", () => {
    const items = ofType(it.all, "recoveryservices:ProtectedItem");
    const hostsGroup = `rg-prod-${key}-hosts`;
    expect(JSON.stringify(items)).not.toContain(hostsGroup);
    const profiles = items.filter((item) => item.name.includes("profiles"));
    expect(profiles).toHaveLength(1);
    const policies = texts(items, "properties.policyId");
    expect(distinct(policies)).toHaveLength(items.length);
  });

  test("AVD-011, AVD-120, AVD-128: profiles on premium shares at one place, of one session at a time", () => {
    const share = it.all.filter(({ name }) => name === "profiles-account");
    expect(share.map((one) => [textAt(one, "kind"), textAt(one, "sku.name")])).toEqual([
      ["FileStorage", "Premium_ZRS"],
    ]);
    for (const script of scripts(it.all)) {
      expect(script).toContain("'VHDLocations'");
      expect(script).not.toContain("CCDLocations");
      expect(script).toContain("'ProfileType' DWord 0");
    }
  });

  test("AVD-015: image and published applications are those of the files", () => {
    const versions = distinct(texts(it.hosts, "storageProfile.imageReference.version"));
    expect(versions).toEqual([it.platform.image.version]);
    const published = ofType(it.all, "desktopvirtualization:Application");
    const wanted = it.firm.sessions.applications.map(({ name }) => name);
    expect(new Set(texts(published, "friendlyName"))).toEqual(
      new Set(it.firm.sessions.broker.kind === "avd" ? wanted : []),
    );
  });

  test("AVD-034, AVD-036, AVD-042, AVD-051, AVD-075: a pool is shared, and says what may be redirected", () => {
    const pools = ofType(it.all, "desktopvirtualization:HostPool");
    expect(pools).toHaveLength(it.firm.sessions.broker.kind === "avd" ? 1 : 0);
    for (const pool of pools) {
      expect(inputAt(pool, "hostPoolType")).toBe("Pooled");
      expect(inputAt(pool, "personalDesktopAssignmentType")).toBeUndefined();
      expect(textAt(pool, "customRdpProperty")).toMatch(/^\S.{40,}/);
    }
    expect(ofType(it.all, "desktopvirtualization:ScalingPlanPersonalSchedule")).toEqual([]);
  });

  test("AVD-046, AVD-119, HUB-05: accelerated networking, no public address, named disks", () => {
    const nics = it.all.filter(({ name }) => /^hosts-.*-nic$/.test(name));
    expect(nics).toHaveLength(it.hosts.length);
    for (const nic of nics) {
      expect(inputAt(nic, "enableAcceleratedNetworking")).toBe(true);
      expect(JSON.stringify(nic.inputs)).not.toMatch(/publicIP/i);
    }
    const disks = texts(it.hosts, "storageProfile.osDisk.managedDisk.storageAccountType");
    expect(distinct(disks)).toEqual(["Premium_LRS"]);
  });

  test("AVD-053: descriptions of desktops are kept in one geography, chosen apart from the hosts'", () => {
    const kept = ofType(
      it.all,
      "desktopvirtualization:HostPool",
      "desktopvirtualization:Workspace",
      "desktopvirtualization:ApplicationGroup",
      "desktopvirtualization:ScalingPlan",
    );
    const { desktopMetadata } = regionFacts[it.firm.region];
    for (const location of texts(kept, "location")) expect(location).toBe(desktopMetadata);
  });

  test("AVD-064: every resource of Azure goes through a provider of the firm's tenant", () => {
    const providers = it.all.filter(({ type }) => type.startsWith("pulumi:providers:azure"));
    expect(distinct(texts(providers, "tenantId"))).toEqual([it.platform.tenant]);
    const subscriptions = texts(providers, "subscriptionId").filter((one) => one !== undefined);
    expect(subscriptions.toSorted()).toEqual(
      [it.firm.subscription, it.platform.subscription].toSorted(),
    );
  });

  test("AVD-069, AVD-072, HUB-13: no managed domain, no Intune, no domain controller comes unasked", () => {
    expect(it.all.filter(({ type }) => /DomainService|aad:/.test(type))).toEqual([]);
    const joins = it.all.filter(({ name }) => /^hosts-.*-join$/.test(name));
    expect(joins).toHaveLength(it.hosts.length);
    expect(JSON.stringify(joins)).not.toContain("mdmId");
    expect(it.all.filter(({ name }) => /controller/.test(name))).toEqual([]);
  });

  test("AVD-074: whoever connects starts a host, by a role on the hosts' group", () => {
    for (const pool of ofType(it.all, "desktopvirtualization:HostPool")) {
      expect(inputAt(pool, "startVMOnConnect")).toBe(true);
      const { id } = builtInRoles.desktopVirtualizationPowerOnOffContributor;
      const grants = ofType(it.all, "authorization:RoleAssignment").filter((grant) =>
        textAt(grant, "roleDefinitionId")?.endsWith(id),
      );
      expect(texts(grants, "scope")).toContainEqual(
        expect.stringMatching(new RegExp(`resourceGroups/rg-prod-${key}-hosts$`)),
      );
    }
  });

  test("AVD-105, A01: groups of externals start applications, and no desktop", () => {
    const starts = ofType(it.all, "authorization:RoleAssignment").filter((one) =>
      textAt(one, "roleDefinitionId")?.endsWith(builtInRoles.desktopVirtualizationUser.id),
    );
    const [group] = ofType(it.all, "desktopvirtualization:ApplicationGroup").filter(
      (one) => inputAt(one, "applicationGroupType") === "Desktop",
    );
    const onDesktop = starts.filter(({ inputs }) => inputs["scope"] === group?.id);
    expect(onDesktop.map(({ name }) => name.split("-")[1])).toEqual(
      it.firm.sessions.broker.kind === "avd" ? ["readers", "staff"] : [],
    );
    const people = /^access-(clients|salaries|intervenants)$/;
    const groups = it.all.filter(({ name }) => people.test(name));
    expect(groups).toHaveLength(it.firm.people.externals > 0 ? 3 : 0);
  });

  test("STO-13: no account lets anybody in by SFTP or as a local user", () => {
    for (const account of ofType(it.all, "storage:StorageAccount")) {
      expect(inputAt(account, "isSftpEnabled")).not.toBe(true);
      expect(inputAt(account, "isLocalUserEnabled")).not.toBe(true);
    }
    expect(ofType(it.all, "storage:LocalUser")).toEqual([]);
  });
});

test("AVD-038: no size of host has more than 32 processors", () => {
  const sizes = Object.values(hostSizes).map(({ vCpus }) => vCpus);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(32);
  expect(
    firmFaults(firmWith("sessions: { hosts: { size: Standard_D64as_v5, count: 1 } }")),
  ).toHaveLength(1);
});

test("AVD-041: rejects more than fifty applications in one group", () => {
  const applications = (count: number) =>
    Array.from(
      { length: count },
      (_, place) => `{ name: App ${place}, path: 'C:\\a${place}.exe' }`,
    );
  const firm = (count: number) =>
    `${firmWith("people: { supervisor: a.b@petit.example, staff: 5, externals: 1 }")}sessions: { applications: [${applications(count).join(", ")}] }\n`;
  expect(firmFaults(firm(50))).toEqual([]);
  expect(firmFaults(firm(51))).toEqual([expect.stringContaining("at most 50")]);
});

test("AVD-047: people at work and people at once decide the number of hosts", () => {
  const hosts = (staff: number, externalsAtOnce: number) =>
    sizeSessionHosts({ staff, externalsAtOnce }, { hosts: { kind: "auto" }, load: "heavy" }).count;
  expect(hosts(60, 0)).toBeGreaterThan(hosts(10, 0));
  expect(hosts(10, 100)).toBeGreaterThan(hosts(10, 0));
});
