import { registrationTokens } from "../../../infra/embedded-azure/arm/registration";
import { servicePrincipalOf } from "../../../infra/embedded-azure/arm/tenant";
import { builtInRoles } from "../../../infra/azure/roles";
import { wellKnownApps } from "../../../infra/azure/well-known-apps";
import { TestAzure, group, inGroup } from "../support/azure";

const pool = inGroup("Microsoft.DesktopVirtualization/hostPools/pool");
const machine = inGroup("Microsoft.Compute/virtualMachines/vm");
const update = (expirationTime: string) => ({
  hostPoolType: "Pooled",
  registrationInfo: { expirationTime, registrationTokenOperation: "Update" },
});

function tokensOf(azure: TestAzure): readonly string[] {
  const resource = azure.get(pool);
  return resource === undefined
    ? []
    : registrationTokens(azure.world, resource).map(({ token }) => token);
}

describe("registration tokens", () => {
  test("are minted, kept while nothing is said of them, and dropped", () => {
    const azure = TestAzure.withGroup();
    azure.create(pool, { hostPoolType: "Pooled" });
    expect(tokensOf(azure)).toEqual([]);
    azure.put(pool, update("2026-03-01T11:00:00Z"));
    const [token] = tokensOf(azure);
    expect(token).toMatch(/^embedded\.[0-9a-f]{64}$/);
    azure.put(pool, { hostPoolType: "Pooled", friendlyName: "x" });
    expect(tokensOf(azure)).toEqual([token]);
    azure.wait(2);
    expect(tokensOf(azure)).toEqual([]);
    azure.put(pool, update("2026-03-02T11:00:00Z"));
    expect(tokensOf(azure)).not.toEqual([token]);
    azure.put(pool, {
      hostPoolType: "Pooled",
      registrationInfo: { registrationTokenOperation: "Delete" },
    });
    expect(tokensOf(azure)).toEqual([]);
  });

  test("do not stand in what is answered", () => {
    const azure = TestAzure.withGroup();
    azure.create(pool, update("2026-03-01T11:00:00Z"));
    expect(JSON.stringify(azure.body(pool))).not.toMatch(/embedded\.|2026-03-01T11/);
  });

  test.each(["2026-03-01T09:59:59Z", "2026-03-31T09:00:01Z", "2026-02-01T00:00:00Z", "soon"])(
    "rejects an expiry of %s, not between an hour and thirty days ahead",
    (expiry) => {
      const azure = TestAzure.withGroup();
      expect(() => azure.create(pool, update(expiry))).toThrow(
        "must be between 1 hour and 30 days",
      );
    },
  );
});

describe("an agent on a machine", () => {
  const extension = `${machine}/extensions/agent`;
  const settings = (token: string) => ({
    publisher: "Microsoft.PowerShell",
    type: "DSC",
    protectedSettings: { properties: { registrationInfoToken: token } },
  });

  function ready(): { readonly azure: TestAzure; readonly token: string } {
    const azure = TestAzure.withGroup();
    azure.create(pool, update("2026-03-01T11:00:00Z"));
    azure.create(machine, {});
    return { azure, token: tokensOf(azure)[0] ?? "" };
  }

  test("makes it a session host of the token's pool", () => {
    const { azure, token } = ready();
    azure.create(extension, settings(token));
    expect(azure.body(`${pool}/sessionHosts/vm`)).toMatchObject({
      name: "pool/vm",
      resourceId: machine,
      status: "Available",
    });
    expect(JSON.stringify(azure.body(extension))).not.toContain(token);
  });

  test("takes the domain into its name where the machine was joined to one", () => {
    const { azure, token } = ready();
    azure.create(`${machine}/extensions/join`, {
      publisher: "Microsoft.Compute",
      type: "JsonADDomainExtension",
      settings: { Name: "firm.example" },
    });
    azure.create(extension, settings(token));
    expect(azure.body(`${pool}/sessionHosts/vm.firm.example`)).toMatchObject({
      resourceId: machine,
      status: "Available",
    });
    expect(azure.get(`${pool}/sessionHosts/vm`)).toBeUndefined();
  });

  test("leaves a description that refuses users as it is", () => {
    const { azure, token } = ready();
    azure.create(`${pool}/sessionHosts/vm`, { allowNewSession: false });
    azure.create(extension, settings(token));
    expect(azure.body(`${pool}/sessionHosts/vm`)).toMatchObject({
      allowNewSession: false,
      status: "Available",
    });
  });

  test("rejects a token that is over, or that nobody gave out", () => {
    const { azure, token } = ready();
    azure.wait(3);
    expect(() => azure.create(extension, settings(token))).toThrow("VMExtensionProvisioningError");
    for (const strange of [`embedded.${"0".repeat(64)}`, "none", ""])
      expect(() => azure.create(extension, settings(strange))).toThrow(
        "VMExtensionProvisioningError",
      );
  });

  test("stays registered when its extension is put again after the token's end", () => {
    const { azure, token } = ready();
    azure.create(extension, settings(token));
    azure.wait(3);
    expect(azure.put(extension, settings(token)).revision).toBe(2);
  });

  test("a deleted machine leaves its session host behind, and the pool waits for it", () => {
    const { azure, token } = ready();
    azure.create(extension, settings(token));
    azure.remove(machine);
    expect(azure.get(`${pool}/sessionHosts/vm`)).toBeDefined();
    expect(() => azure.remove(pool)).toThrow("still has SessionHosts");
    azure.remove(`${pool}/sessionHosts/vm`);
    azure.remove(pool);
  });
});

describe("a scaling plan", () => {
  const plan = inGroup("Microsoft.DesktopVirtualization/scalingPlans/plan");
  const body = { hostPoolReferences: [{ hostPoolArmPath: pool, scalingPlanEnabled: false }] };
  const role = {
    principalId: servicePrincipalOf(wellKnownApps.azureVirtualDesktop),
    roleDefinitionId: `/x/roleDefinitions/${builtInRoles.desktopVirtualizationPowerOnOffContributor.id}`,
  };

  test.each([
    ["the pool", pool],
    ["its group", group],
    ["the subscription", group.replace("/resourceGroups/rg", "")],
  ])("is taken once Azure Virtual Desktop may power on and off at %s", (_where, scope) => {
    const azure = TestAzure.withGroup();
    azure.create(pool, {});
    expect(() => azure.create(plan, body)).toThrow("is not authorized to perform power operations");
    azure.create(
      `${scope}/providers/Microsoft.Authorization/roleAssignments/0f7ac7a1-0000-4000-8000-000000000001`,
      role,
    );
    expect(azure.create(plan, body).revision).toBe(1);
  });
});
