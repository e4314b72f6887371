import { BackupGuard } from "../../infra/components/backup-guard";
import { placement } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const record = (regions: readonly string[]) =>
  registered(() => {
    const { owner, resourceGroupName, tags } = placement({
      owner: { environment: "prod", subscription: "22222222-0000-4000-8000-000000000001" },
    });
    new BackupGuard("guard", { owner, resourceGroupName, tags, regions });
  });

describe("BackupGuard", () => {
  test("everything: a guard in each region, for one watches over its own only", async () => {
    const list = await record(["francecentral", "westeurope"]);
    expect(counted(list)).toEqual({
      "cabinet:platform:BackupGuard": 1,
      "dataprotection:ResourceGuard": 2,
    });
    expect(inputsOf(list, "guard-westeurope")).toMatchObject({
      resourceGuardsName: "guard-prod-westeurope",
      location: "westeurope",
    });
  });

  test("hardened: no operation that can be guarded is left out", async () => {
    expect(inputsOf(await record(["francecentral"]), "guard-francecentral")).toMatchObject({
      properties: { vaultCriticalOperationExclusionList: [] },
    });
  });
});
