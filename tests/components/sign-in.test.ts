import { wellKnownApps } from "../../infra/azure/well-known-apps";
import { SignInMembership } from "../../infra/components/sign-in-membership";
import { SignInRules } from "../../infra/components/sign-in-rules";
import { Technicians } from "../../infra/components/technicians";
import { rulesBeforeStorage, signInRules } from "../../infra/platform/sign-in-rules";
import { ids } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const breakGlassGroup = "7a0c9d1e-0000-4000-8000-000000000001";

describe("SignInRules", () => {
  const record = (group: string | undefined) =>
    registered(() => {
      new SignInRules("signin", { environment: "prod", breakGlassGroup: group });
    });

  test("defaults: without emergency accounts there are groups and no rule", async () => {
    expect(counted(await record(undefined))).toEqual({
      "azuread:index/group:Group": 3,
      "cabinet:platform:SignInRules": 1,
    });
  });

  test("A04, AVD-112: a second factor before desktops, the portal and Microsoft 365", async () => {
    const list = await record(breakGlassGroup);
    expect(counted(list)).toMatchObject({
      "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy": 5,
    });
    expect(inputsOf(list, "signin-factor")).toMatchObject({
      state: "enabled",
      grantControls: { builtInControls: ["mfa"] },
      conditions: {
        clientAppTypes: ["all"],
        applications: {
          includedApplications: expect.arrayContaining([
            wellKnownApps.azureVirtualDesktop,
            wellKnownApps.windowsCloudLogin,
          ]),
        },
      },
    });
    expect(inputsOf(list, "signin-legacy")).toMatchObject({
      grantControls: { builtInControls: ["block"] },
      conditions: { clientAppTypes: ["exchangeActiveSync", "other"] },
    });
    expect(inputsOf(list, "signin-deviceReport")).toMatchObject({
      state: "enabledForReportingButNotEnforced",
    });
    expect(inputsOf(list, "signin-fresh")).toMatchObject({
      sessionControls: { persistentBrowserMode: "never" },
      conditions: { devices: { filter: { mode: "exclude" } } },
    });
  });

  test("hardened: for firms' groups, never for the tenant, and emergency accounts are let be", async () => {
    const policies = (await record(breakGlassGroup)).filter(({ type }) =>
      type.endsWith("ConditionalAccessPolicy"),
    );
    for (const { inputs } of policies) {
      const { users } = inputs["conditions"] as { users: Record<string, unknown> };
      expect(users["excludedGroups"]).toEqual([breakGlassGroup]);
      expect(users["includedGroups"]).toHaveLength(1);
      expect(users).not.toHaveProperty("includedUsers");
    }
  });

  test.each(["entra", "hybrid", "domainServices"] as const)(
    "with hosts joined to %s no rule stands before the application of a storage account",
    (join) => {
      expect(rulesBeforeStorage(signInRules, join)).toEqual([]);
    },
  );

  test("the check of that finds a rule for all applications, where Entra gives the tickets", () => {
    const [factor] = signInRules.filter(({ word }) => word === "factor");
    if (factor === undefined) throw new Error("no second factor");
    const all = [{ ...factor, applications: ["All"] }];
    expect(rulesBeforeStorage(all, "entra")).toEqual(all);
    expect(rulesBeforeStorage(all, "hybrid")).toEqual(all);
    expect(rulesBeforeStorage(all, "domainServices")).toEqual([]);
  });
});

describe("SignInMembership", () => {
  const record = (devices: "any" | "report" | "managed") =>
    registered(() => {
      new SignInMembership("signin", {
        groupIds: { staff: "staff-id", clients: "clients-id" },
        signInGroupIds: {
          people: "people-id",
          managedDevices: "managed-id",
          reportedDevices: "reported-id",
        },
        devices,
      });
    });

  test("everybody is under the rules for everybody, only the firm's own under those for devices", async () => {
    for (const [devices, word, id] of [
      ["report", "reportedDevices", "reported-id"],
      ["managed", "managedDevices", "managed-id"],
    ] as const) {
      const list = await record(devices);
      expect(counted(list)).toMatchObject({ "azuread:index/groupMember:GroupMember": 3 });
      expect(inputsOf(list, "signin-people-clients")).toMatchObject({ groupObjectId: "people-id" });
      expect(inputsOf(list, `signin-${word}-staff`)).toMatchObject({
        groupObjectId: id,
        memberObjectId: "staff-id",
      });
    }
  });

  test("where any device will do, none is asked about", async () => {
    expect(counted(await record("any"))).toMatchObject({
      "azuread:index/groupMember:GroupMember": 2,
    });
  });
});

describe("Technicians", () => {
  const record = () =>
    registered(() => {
      new Technicians("technicians", {
        owner: { environment: "prod", firm: "dupont", subscription: ids.firmSubscription },
        technicians: [
          {
            who: "j.bernard@cabinet-cloud.example",
            from: "2026-12-01",
            until: "2026-12-05",
            reason: "ticket 4711",
          },
        ],
        hostsGroupId: "hosts-id",
        desktopsGroupId: "desktops-id",
      });
    });

  test("everything: a right that is taken up, with its reason, and ends by itself", async () => {
    const list = await record();
    expect(inputsOf(list, "technicians-j.bernard@cabinet-cloud.example-2026-12-01")).toMatchObject({
      assignmentType: "member",
      startDate: "2026-12-01T00:00:00Z",
      expirationDate: "2026-12-05T00:00:00Z",
      justification: "ticket 4711",
    });
    expect(counted(list)).not.toHaveProperty("azuread:index/groupMember:GroupMember");
  });

  test("hardened: hosts and their pool, and nothing that holds data", async () => {
    const scopes = (await record()).flatMap(({ inputs }) => inputs["scope"] ?? []);
    expect(new Set(scopes)).toEqual(new Set(["desktops-id", "hosts-id"]));
  });
});
