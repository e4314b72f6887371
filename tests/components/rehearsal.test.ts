import { AlertRoute } from "../../infra/components/alert-route";
import { Rehearsal } from "../../infra/components/rehearsal";
import { rehearsalActions } from "../../infra/components/rehearsal-role";
import { isRecord } from "../../infra/resources/property-values";
import { UNKNOWN } from "../../infra/resources/registered";
import { ids, placement } from "../support/builders";
import { firmKey } from "../support/components";
import { counted, inputsOf, named, registered } from "../support/harness";

const owner = { environment: "prod", firm: "dupont", subscription: ids.firmSubscription };
const vaultId =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/rsv";

const record = () =>
  registered(() => {
    const key = firmKey();
    new Rehearsal("rehearsal", {
      ...placement(),
      owner,
      groupId: "/groups/rehearsal",
      subnetId: "subnet-id",
      redundancy: "zone",
      encryption: key.forStorage,
      keyReady: key.ready,
      endpoint: { subnetId: "endpoints-id", zoneId: "zone-id" },
      share: {
        accountId: "/accounts/dossiers",
        accountName: "stdossiers",
        name: "dossiers",
        quotaGiB: 400,
        vaultId,
        itemId: `${vaultId}/item`,
      },
      verdictName: "rehearsal",
    });
  });

describe("Rehearsal", () => {
  test("defaults: an account of its own, a container by the night, and its rights", async () => {
    const list = await record();
    expect(counted(list.filter(({ name }) => name.startsWith("rehearsal")))).toEqual({
      "app:Job": 1,
      "app:ManagedEnvironment": 1,
      "authorization:RoleAssignment": 4,
      "authorization:RoleDefinition": 1,
      "cabinet:firm:Rehearsal": 1,
      "cabinet:firm:RehearsalRole": 1,
      "cabinet:firm:RehearsalStore": 1,
      "cabinet:network:PrivateEndpoint": 1,
      "managedidentity:UserAssignedIdentity": 1,
      "network:PrivateDnsZoneGroup": 1,
      "network:PrivateEndpoint": 1,
      "storage:FileServiceProperties": 1,
      "storage:StorageAccount": 1,
    });
  });

  test("everything: A12: the job knows the share, its copy and where the verdict goes; the script holds none of it", async () => {
    const list = await record();
    const { configuration, template } = inputsOf(list, "rehearsal-job");
    expect(configuration).toMatchObject({
      triggerType: "Schedule",
      scheduleTriggerConfig: { cronExpression: "30 1 * * *" },
      replicaRetryLimit: 0,
    });
    const containers = isRecord(template) ? template["containers"] : undefined;
    const [container] = Array.isArray(containers) ? (containers as Record<string, unknown>[]) : [];
    const env = Object.fromEntries(
      ((container?.["env"] ?? []) as { name: string; value: string }[]).map(({ name, value }) => [
        name,
        value,
      ]),
    );
    const target = named(list, "rehearsal-store-account");
    expect(env).toMatchObject({
      ITEM_ID: `${vaultId}/item`,
      SOURCE_FILES: "https://stdossiers.file.core.windows.net",
      SHARE: "dossiers",
      GIBIBYTES: "400",
      TARGET_ACCOUNT_ID: target.id,
      TARGET_FILES: `https://${String(target.inputs["accountName"])}.file.core.windows.net`,
      VERDICT_ID: "/groups/rehearsal/providers/Microsoft.Resources/deployments/rehearsal",
    });
    const args = JSON.stringify(container?.["args"]);
    for (const value of ["dupont", "dossiers", vaultId]) expect(args).not.toContain(value);
    expect(container?.["image"]).toMatch(/^mcr\.microsoft\.com\/.*@sha256:[0-9a-f]{64}$/);
  });

  test("hardened: no public address, no key of a workspace, files with the firm's own key", async () => {
    const list = await record();
    expect(inputsOf(list, "rehearsal-environment")).toMatchObject({
      vnetConfiguration: { internal: true },
      publicNetworkAccess: "Disabled",
      appLogsConfiguration: { destination: "azure-monitor" },
    });
    expect(inputsOf(list, "rehearsal-store-account")).toMatchObject({
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny" },
      encryption: { keySource: "Microsoft.Keyvault" },
    });
  });

  test("hardened: it restores, and changes nothing of what is in use", async () => {
    const list = await record();
    const given = list.filter(({ type }) => type.endsWith(":RoleAssignment"));
    const scopes = given
      .filter(({ name }) => name.startsWith("rehearsal"))
      .map(({ name, inputs }) => [
        name,
        inputs["scope"],
        String(inputs["roleDefinitionId"]).split("/").at(-1),
        inputs["principalId"],
      ]);
    const own = named(list, "rehearsal-role-definition").id?.split("/").at(-1);
    const reader = "b8eda974-7b85-4f76-af95-65846b26df6d";
    expect(scopes).toEqual([
      ["rehearsal-role-group", "/groups/rehearsal", own, UNKNOWN],
      ["rehearsal-role-source", "/accounts/dossiers", reader, UNKNOWN],
      ["rehearsal-role-target", named(list, "rehearsal-store-account").id, reader, UNKNOWN],
      ["rehearsal-role-vault", vaultId, own, UNKNOWN],
    ]);
    // In the vault and outside of it: nothing but restores and its own share and verdict.
    expect(rehearsalActions.filter((action) => !action.endsWith("/read"))).toEqual([
      expect.stringMatching(/recoveryPoints\/restore\/action$/),
      "Microsoft.Storage/storageAccounts/fileServices/shares/write",
      "Microsoft.Storage/storageAccounts/fileServices/shares/delete",
      "Microsoft.Resources/deployments/write",
    ]);
    expect(rehearsalActions.join()).not.toMatch(/\*|listKeys|secrets/i);
  });
});

test("AlertRoute: what Azure raises by itself is told the firm's people", async () => {
  const list = await registered(() => {
    new AlertRoute("route", {
      ...placement(),
      purpose: "backup",
      description: "sauvegardes / backups",
      scopes: [vaultId],
      actionGroupId: "group-id",
    });
  });
  expect(inputsOf(list, "route-rule")).toMatchObject({
    alertProcessingRuleName: "apr-prod-dupont-backup",
    properties: {
      enabled: true,
      scopes: [vaultId],
      actions: [{ actionType: "AddActionGroups", actionGroupIds: ["group-id"] }],
    },
  });
});
