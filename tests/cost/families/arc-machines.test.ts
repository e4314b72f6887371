import { linesOf, resource } from "../support/price";

const machine = (name: string, provider: string, type: string) =>
  `/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/rg/providers/${provider}/${type}/${name}`;
const patches = (logical: string, server: string, provider = "Microsoft.HybridCompute") =>
  resource(
    "maintenance:ConfigurationAssignment",
    {
      location: undefined,
      resourceGroupName: "rg",
      resourceName: server,
      resourceId: machine(server, provider, "machines"),
    },
    logical,
  );
const configuration = (logical: string, server: string) =>
  resource(
    "guestconfiguration:GuestConfigurationHCRPAssignment",
    { location: undefined, resourceGroupName: "rg", machineName: server },
    logical,
  );

test("a server that Arc brings in pays for patches and for its configuration, once each", () => {
  expect(
    linesOf([
      patches("a", "MEYLAN-DC1"),
      patches("b", "meylan-dc1"),
      configuration("c", "MEYLAN-DC1"),
      configuration("d", "MEYLAN-DC1"),
      configuration("e", "MEYLAN-PR1"),
    ]).toSorted(),
  ).toEqual([
    "Machine configuration, Arc server: 1 servers at 6 = 6",
    "Machine configuration, Arc server: 1 servers at 6 = 6",
    "Update Manager, Arc server: 1 servers at 5 = 5",
    "free: a server is paid once, however many configurations it has",
    "free: a server is paid once, however many schedules it has",
  ]);
});

test("a machine in Azure pays nothing for its patches", () => {
  expect(linesOf([patches("a", "vm", "Microsoft.Compute")])).toEqual([
    "free: machines in Azure are patched at no charge",
  ]);
});
