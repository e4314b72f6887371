import { builtInRoles } from "../../infra/azure/roles";
import { Access, groupName, type AccessArgs } from "../../infra/components/access";
import { firmRoles, rightsMatrix } from "../../infra/components/rights";
import type { RegisteredResource } from "../../infra/resources/registered";
import { ids } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const scopes = {
  logs: "/subscriptions/s/resourceGroups/g/providers/P/workspaces/w",
  console: "/subscriptions/s/resourceGroups/g/providers/P/workbooks/c",
  group: "/subscriptions/s/resourceGroups/g",
  desktop: "/subscriptions/s/resourceGroups/g/providers/P/applicationGroups/a",
  applications: "/subscriptions/s/resourceGroups/g/providers/P/applicationGroups/r",
  connect: "/subscriptions/s/resourceGroups/g/providers/P/applicationGroups/c",
  pool: "/subscriptions/s/resourceGroups/g/providers/P/hostPools/p",
  profiles: "/subscriptions/s/resourceGroups/g/providers/P/shares/profiles",
  dossiers: "/subscriptions/s/resourceGroups/g/providers/P/shares/dossiers",
  archive: "/subscriptions/s/resourceGroups/g/providers/P/accounts/archive",
};
const owner = { environment: "prod", firm: "dupont", subscription: ids.firmSubscription };
const allScopes: AccessArgs["scopes"] = {
  logsId: scopes.logs,
  consoleId: scopes.console,
  pool: {
    hostPoolId: scopes.pool,
    desktop: scopes.desktop,
    applications: scopes.applications,
    quadraConnect: scopes.connect,
  },
  hostsGroupId: scopes.group,
  shareIds: { profiles: scopes.profiles, dossiers: scopes.dossiers },
  archiveId: scopes.archive,
};

const record = (changes: Partial<AccessArgs> = {}) =>
  registered(() => {
    new Access("access", {
      owner,
      firmName: "Cabinet Dupont",
      supervisor: "claire@example.fr",
      roles: firmRoles,
      stage: "live",
      join: "entra",
      operator: { word: "supervisor", definitionId: "/roleDefinitions/supervisor" },
      scopes: allScopes,
      ...changes,
    });
  });

const roleById = new Map<string, string>(
  Object.values(builtInRoles).map(({ id, name }) => [id, name]),
);
const wordOf = new Map<unknown, string>(Object.entries(scopes).map(([word, id]) => [id, word]));

/** Who may do what on what: `staff: Reader on pool`. */
const grants = (list: readonly RegisteredResource[]) =>
  list
    .filter(({ type }) => type.endsWith(":RoleAssignment"))
    .map(({ name, inputs }) => {
      const id = String(inputs["roleDefinitionId"]).split("/").at(-1) ?? "";
      const role = roleById.get(id) ?? id;
      return `${name.split("-")[1]}: ${role} on ${wordOf.get(inputs["scope"])}`;
    });
const of = (noun: string, list: readonly string[]) =>
  list.filter((text) => text.startsWith(`${noun}: `)).map((text) => text.slice(noun.length + 2));

describe("Access", () => {
  test("defaults: a group for each role, the supervisor among staff and supervisors", async () => {
    const list = await record({
      roles: ["lecture", "ecriture", "supervision", "support"],
      stage: "landing",
    });
    expect(counted(list)).toMatchObject({
      "azuread:index/group:Group": 4,
      "azuread:index/groupMember:GroupMember": 2,
    });
    expect(grants(list).join()).not.toContain("Desktop Virtualization User on");
  });

  test("everything: a live firm's people get tools and data, its supervisors the sessions", async () => {
    const list = await record();
    const all = grants(list);
    expect(of("staff", all)).toEqual([
      "Desktop Virtualization User on desktop",
      "Storage File Data SMB Share Contributor on dossiers",
      "Virtual Machine User Login on group",
      "Storage File Data SMB Share Contributor on profiles",
    ]);
    expect(of("supervisors", all)).toEqual([
      "Storage Blob Data Contributor on archive",
      "supervisor on console",
      "Storage File Data SMB Share Elevated Contributor on dossiers",
      "supervisor on logs",
      "supervisor on pool",
    ]);
    expect(of("support", all)).toEqual([
      "supervisor on console",
      "supervisor on logs",
      "supervisor on pool",
    ]);
    expect(inputsOf(list, "access-staff")).toMatchObject({
      displayName: "cabinet-prod-dupont-staff",
      preventDuplicateNames: true,
      securityEnabled: true,
    });
  });

  test("A01: people from outside are clients, salaries or intervenants, and none gets a desktop", async () => {
    const list = await record();
    const groups = rightsMatrix.externe.groups;
    expect(groups).toEqual(["clients", "salaries", "intervenants"]);
    for (const noun of groups) {
      expect(inputsOf(list, `access-${noun}`)["displayName"]).toBe(groupName(owner, noun));
      const rights = of(noun, grants(list));
      expect(rights).toContain("Desktop Virtualization User on applications");
      expect(rights.join()).not.toContain("on desktop");
    }
  });

  test("A03: whoever starts something has both shares, and whoever has shares starts something", async () => {
    const all = grants(await record());
    for (const noun of new Set(all.map((text) => text.split(":")[0] ?? ""))) {
      const rights = of(noun, all).join();
      // Supervisors have their desktop as staff.
      if (noun === "supervisors") continue;
      const starts = rights.includes("Desktop Virtualization User on");
      expect([noun, rights.includes("on profiles")]).toEqual([noun, starts]);
      expect([noun, rights.includes("on dossiers")]).toEqual([noun, starts]);
    }
  });

  test("AVD-039: nobody has desktop and applications of one pool", async () => {
    const all = grants(await record());
    const who = (tool: string) =>
      all.flatMap((text) => (text.endsWith(`User on ${tool}`) ? [text.split(":")[0]] : []));
    expect(who("desktop").filter((noun) => who("applications").includes(noun))).toEqual([]);
  });

  test("a host that is joined to a domain asks the domain who may sign in", async () => {
    for (const join of ["hybrid", "domainServices"] as const)
      expect(grants(await record({ join })).join()).not.toContain("Virtual Machine User Login");
  });

  test("with another broker nothing of a pool is given", async () => {
    const all = grants(await record({ scopes: { ...allScopes, pool: undefined } }));
    expect(all.join()).not.toMatch(/on (pool|desktop|applications)/);
    expect(of("staff", all)).toContain("Storage File Data SMB Share Contributor on profiles");
  });

  test("hardened, AVD-060, AVD-107: groups only, and nobody administers a machine or reads a key", async () => {
    const list = await record();
    const assignments = list.filter(({ type }) => type.endsWith(":RoleAssignment"));
    expect(new Set(assignments.map(({ inputs }) => inputs["principalType"]))).toEqual(
      new Set(["Group"]),
    );
    expect(grants(list).join()).not.toMatch(/Administrator|Owner|Key Vault|Machine Contributor/);
  });
});
