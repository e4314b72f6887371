import { builtInRoles } from "../../infra/azure/roles";
import { Access, type AccessArgs } from "../../infra/components/access";
import type { Stage } from "../../infra/firm/firm";
import type { RegisteredResource } from "../../infra/resources/registered";
import { ids } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const scopes = {
  group: "/subscriptions/s/resourceGroups/g",
  desktop: "/subscriptions/s/resourceGroups/g/providers/P/applicationGroups/a",
  pool: "/subscriptions/s/resourceGroups/g/providers/P/hostPools/p",
  profiles: "/subscriptions/s/resourceGroups/g/providers/P/shares/profiles",
  dossiers: "/subscriptions/s/resourceGroups/g/providers/P/shares/dossiers",
};

const record = (changes: Partial<AccessArgs> = {}) =>
  registered(() => {
    new Access("access", {
      owner: { environment: "prod", firm: "dupont", subscription: ids.firmSubscription },
      firmName: "Cabinet Dupont",
      supervisor: "claire@example.fr",
      stage: "live",
      applicationGroupId: scopes.desktop,
      hostPoolId: scopes.pool,
      hostsGroupId: scopes.group,
      shareIds: { profiles: scopes.profiles, dossiers: scopes.dossiers },
      ...changes,
    });
  });

const roleById = new Map<string, string>(
  Object.values(builtInRoles).map(({ id, name }) => [id, name]),
);
const grants = (list: readonly RegisteredResource[]) =>
  list
    .filter(({ type }) => type.endsWith(":RoleAssignment"))
    .map(({ name, inputs }) => [
      name.startsWith("access-staff") ? "staff" : "supervisors",
      roleById.get(String(inputs["roleDefinitionId"]).split("/").at(-1) ?? ""),
      inputs["scope"],
    ]);

const staffOnData = [
  ["staff", "Storage File Data SMB Share Contributor", scopes.dossiers],
  ["staff", "Virtual Machine User Login", scopes.group],
  ["staff", "Storage File Data SMB Share Contributor", scopes.profiles],
];
const supervisors = [
  ["supervisors", "Desktop Virtualization User Session Operator", scopes.pool],
  ["supervisors", "Reader", scopes.pool],
];

describe("Access", () => {
  test("defaults: two groups, the supervisor in both", async () => {
    expect(counted(await record({ stage: "landing" }))).toEqual({
      "authorization:RoleAssignment": 5,
      "azuread:index/group:Group": 2,
      "azuread:index/groupMember:GroupMember": 2,
      "cabinet:firm:Access": 1,
    });
  });

  test("everything: a live firm's staff gets desktop and data, its supervisors the sessions", async () => {
    const list = await record();
    expect(grants(list)).toEqual([
      ["staff", "Desktop Virtualization User", scopes.desktop],
      ...staffOnData,
      ...supervisors,
    ]);
    expect(inputsOf(list, "access-staff")).toMatchObject({
      displayName: "cabinet-prod-dupont-staff",
      preventDuplicateNames: true,
      securityEnabled: true,
    });
  });

  test.each<Stage>(["landing", "verified", "leaving"])(
    "hardened: nobody gets a desktop while the firm is %s",
    async (stage) => {
      expect(grants(await record({ stage }))).toEqual([...staffOnData, ...supervisors]);
    },
  );

  test("hardened: rights go to groups only, under names that never change", async () => {
    const assignments = (await record()).filter(({ type }) => type.endsWith(":RoleAssignment"));
    for (const { inputs } of assignments) expect(inputs).toMatchObject({ principalType: "Group" });
    const names = assignments.map(({ inputs }) => String(inputs["roleAssignmentName"]));
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe("c948e70c-13c8-51db-96fa-863163143eee");
  });
});
