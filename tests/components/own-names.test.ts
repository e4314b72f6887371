import { OwnNames } from "../../infra/components/own-names";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const record = () =>
  registered(() => {
    new OwnNames("names", {
      ...placement(),
      networkId: "network-id",
      zones: ["privatelink.file.core.windows.net", "privatelink.vaultcore.azure.net"],
      own: ["stdupont.privatelink.file.core.windows.net"],
    });
  });

describe("OwnNames", () => {
  test("defaults: a policy of two rules, each with its list, on the firm's network", async () => {
    const list = await record();
    expect(counted(list)).toEqual({
      "cabinet:firm:OwnNames": 1,
      "dnsresolver:DnsResolverDomainList": 2,
      "dnsresolver:DnsResolverPolicy": 1,
      "dnsresolver:DnsResolverPolicyVirtualNetworkLink": 1,
      "dnsresolver:DnsSecurityRule": 2,
    });
    expect(inputsOf(list, "names-link")).toMatchObject({ virtualNetwork: { id: "network-id" } });
  });

  test("everything: the firm's own names before all names of the zones", async () => {
    const list = await record();
    expect(inputsOf(list, "names-own-list")["domains"]).toEqual([
      "stdupont.privatelink.file.core.windows.net.",
    ]);
    expect(inputsOf(list, "names-own")).toMatchObject({
      priority: 100,
      action: { actionType: "Allow" },
      dnsResolverDomainLists: [{ id: named(list, "names-own-list").id }],
    });
    expect(inputsOf(list, "names-others-list")["domains"]).toEqual([
      "privatelink.file.core.windows.net.",
      "privatelink.vaultcore.azure.net.",
    ]);
    expect(inputsOf(list, "names-others")).toMatchObject({
      priority: 200,
      action: { actionType: "Block" },
      dnsResolverDomainLists: [{ id: named(list, "names-others-list").id }],
    });
  });

  test("hardened: rules are in force, and there before the network is held to them", async () => {
    const list = await record();
    for (const word of ["own", "others"])
      expect(inputsOf(list, `names-${word}`)["dnsSecurityRuleState"]).toBe("Enabled");
    expect(named(list, "names-link").dependsOn).toEqual(
      expect.arrayContaining([named(list, "names-own").urn, named(list, "names-others").urn]),
    );
  });
});
