import {
  privateDnsZonesOf,
  type PrivateEndpointGroup,
  privateEndpointGroups,
} from "../../infra/azure/private-dns";
import { regions } from "../../infra/azure/regions";

const answersOf = (group: PrivateEndpointGroup): number =>
  new Set(regions.map((region) => privateDnsZonesOf(group, region).join(" "))).size;

test.each([
  ["file", ["privatelink.file.core.windows.net"]],
  ["vault", ["privatelink.vaultcore.azure.net"]],
  ["connection", ["privatelink.wvd.microsoft.com"]],
  ["global", ["privatelink-global.wvd.microsoft.com"]],
  [
    "AzureBackup",
    [
      "privatelink.frc.backup.windowsazure.com",
      "privatelink.blob.core.windows.net",
      "privatelink.queue.core.windows.net",
    ],
  ],
] as const)("%s in France Central", (group, zones) => {
  expect(privateDnsZonesOf(group, "francecentral")).toEqual(zones);
});

test("every zone is a private name of at least three labels, none comes twice for a group", () => {
  const label = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  const name = new RegExp(`^privatelink(-global)?(\\.${label}){2,}$`);
  for (const group of privateEndpointGroups)
    for (const region of regions) {
      const zones = privateDnsZonesOf(group, region);
      expect(zones.length).toBeGreaterThan(0);
      expect(zones.filter((zone) => !name.test(zone))).toEqual([]);
      expect(new Set(zones).size).toBe(zones.length);
    }
});

test("backup has a zone of its own in every region, the others are the same everywhere", () => {
  expect(answersOf("AzureBackup")).toBe(regions.length);
  const others = privateEndpointGroups.filter((group) => group !== "AzureBackup");
  expect(others.filter((group) => answersOf(group) !== 1)).toEqual([]);
});
