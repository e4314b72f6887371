import { LogStore } from "../../infra/components/log-store";
import { PrivateDns } from "../../infra/components/private-dns";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const place = placement({ owner: { environment: "prod", subscription: "s" } });
const zoneNames = { file: "file.example", blob: "blob.example", vault: "vault.example" };

describe("PrivateDns", () => {
  const record = () =>
    registered(() => {
      const { resourceGroupName, owner, tags } = place;
      new PrivateDns("dns", {
        owner,
        tags,
        resourceGroupName,
        zoneNames,
        backupZoneNames: { "backup-francecentral": "frc.backup.example" },
        hubNetworkId: "hub-id",
      });
    });

  test("defaults: a zone for each service, each linked to the hub", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:platform:PrivateDns": 1,
      "privatedns:PrivateZone": 4,
      "privatedns:VirtualNetworkLink": 4,
    });
  });

  test("everything: zones have the names Azure's private links want", async () => {
    const list = await record();
    expect(inputsOf(list, "dns-file")).toMatchObject({ privateZoneName: "file.example" });
    expect(inputsOf(list, "dns-vault")).toMatchObject({ privateZoneName: "vault.example" });
    expect(inputsOf(list, "dns-backup-francecentral")).toMatchObject({
      privateZoneName: "frc.backup.example",
    });
    expect(inputsOf(list, "dns-vault-hub")).toMatchObject({
      privateZoneName: "vault.example",
      virtualNetwork: { id: "hub-id" },
      location: "global",
    });
  });

  test("hardened (HUB-12): no machine registers a name of its own", async () => {
    const list = await record();
    for (const service of ["file", "blob", "vault", "backup-francecentral"])
      expect(inputsOf(list, `dns-${service}-hub`)).toMatchObject({ registrationEnabled: false });
  });
});

describe("LogStore", () => {
  const record = (retentionDays = 180) =>
    registered(() => {
      new LogStore("logs", { ...place, retentionDays });
    });

  test("defaults: one workspace", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:monitoring:LogStore": 1,
      "operationalinsights:Workspace": 1,
    });
  });

  test("everything: retention and tags reach Azure", async () => {
    expect(inputsOf(await record(365), "logs-workspace")).toMatchObject({
      retentionInDays: 365,
      sku: { name: "PerGB2018" },
      tags: place.tags,
    });
  });

  test("hardened: no shared keys, readers of a resource see its records alone", async () => {
    const workspace = named(await record(), "logs-workspace");
    expect(workspace.inputs).toMatchObject({
      features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
    });
  });
});
