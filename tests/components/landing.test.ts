import { Landing } from "../../infra/components/landing";
import { ids, placement } from "../support/builders";
import { firmKey } from "../support/components";
import { counted, inputsOf, named, registered } from "../support/harness";

const group = `/subscriptions/${ids.firmSubscription}/resourceGroups/rg-test`;

const day = { from: "2026-12-01", until: "2026-12-05" };
const technician = { who: "j.bernard@cabinet-cloud.example", ...day, reason: "takeover" };

const record = async (
  carrier: "technician" | "importExport" = "technician",
  technicians: readonly (typeof technician)[] = [],
) => {
  const list = await registered(() => {
    const key = firmKey();
    new Landing("landing", {
      ...placement(),
      owner: { environment: "prod", firm: "dupont", subscription: ids.firmSubscription },
      carrier,
      technicians,
      resourceGroupId: group,
      copies: "zone",
      encryption: key.forStorage,
      keyReady: key.ready,
      endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
    });
  });
  return list.filter(({ name }) => !name.startsWith("key"));
};

describe("Landing", () => {
  test("defaults: an account with one container, and a group that may add to it", async () => {
    expect(counted(await record())).toEqual({
      "authorization:RoleAssignment": 1,
      "authorization:RoleDefinition": 1,
      "azuread:index/group:Group": 1,
      "cabinet:firm:BlobStore": 1,
      "cabinet:firm:Landing": 1,
      "cabinet:network:PrivateEndpoint": 1,
      "network:PrivateDnsZoneGroup": 1,
      "network:PrivateEndpoint": 1,
      "storage:BlobContainer": 1,
      "storage:BlobServiceProperties": 1,
      "storage:ManagementPolicy": 1,
      "storage:StorageAccount": 1,
    });
  });

  test("everything (A21): right, tokens and what has landed each end by themselves", async () => {
    const list = await record("technician", [technician]);
    expect(inputsOf(list, `landing-technicians-${technician.who}-2026-12-01`)).toMatchObject({
      assignmentType: "member",
      expirationDate: "2026-12-05T00:00:00Z",
    });
    // A token can be signed with nothing but a key that Azure lends for seven days at most:
    // https://learn.microsoft.com/rest/api/storageservices/get-user-delegation-key
    expect(inputsOf(list, "landing-store-account")).toMatchObject({ allowSharedKeyAccess: false });
    expect(JSON.stringify(inputsOf(list, "landing-role"))).toContain(
      "generateUserDelegationKey/action",
    );
    expect(inputsOf(list, "landing-store-account")).toMatchObject({
      sasPolicy: { expirationAction: "Block", sasExpirationPeriod: "7.00:00:00" },
    });
    expect(inputsOf(list, "landing-store-lifecycle")).toMatchObject({
      policy: {
        rules: [
          {
            definition: {
              actions: {
                baseBlob: { delete: { daysAfterModificationGreaterThan: 30 } },
                version: { delete: { daysAfterCreationGreaterThan: 30 } },
              },
            },
          },
        ],
      },
    });
  });

  test("hardened (A23): the technician creates; he cannot list, read, overwrite or delete", async () => {
    const list = await record();
    const role = named(list, "landing-role");
    expect(role.inputs).toMatchObject({
      scope: group,
      assignableScopes: [group],
      permissions: [
        {
          actions: [
            "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action",
          ],
          dataActions: [
            "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action",
          ],
        },
      ],
    });
    expect(inputsOf(list, "landing-technicians-add")).toMatchObject({
      roleDefinitionId: role.id,
      scope: named(list, "landing-store-account").id,
      principalType: "Group",
    });
  });

  test("hardened (STO-09, STO-10, STO-12, A23): no account key, nothing public, nothing lost silently", async () => {
    const list = await record();
    expect(inputsOf(list, "landing-store-account")).toMatchObject({
      allowSharedKeyAccess: false,
      publicNetworkAccess: "Disabled",
      isSftpEnabled: false,
      isLocalUserEnabled: false,
    });
    expect(inputsOf(list, "landing-disk")).toMatchObject({ publicAccess: "None" });
    expect(inputsOf(list, "landing-store-service")).toMatchObject({ isVersioningEnabled: true });
  });

  test("everything (A22): Microsoft's service is let in where it reads the disk, and else nobody's", async () => {
    const rules = async (carrier: "technician" | "importExport") =>
      inputsOf(await record(carrier), "landing-store-account")["networkRuleSet"];
    expect(await rules("technician")).toEqual({ defaultAction: "Deny", bypass: "None" });
    expect(await rules("importExport")).toEqual({ defaultAction: "Deny", bypass: "AzureServices" });
  });
});
