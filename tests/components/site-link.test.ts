import { Provider } from "@pulumi/azure-native/provider";
import { SiteLink } from "../../infra/components/site-link";
import type { SiteLink as Link } from "../../infra/firm/site";
import { ids, network } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const hubSubscription = ids.platformSubscription;

function link(changes: Partial<Extract<Link, { kind: "vpn" }>> = {}) {
  return registered(() => {
    new SiteLink("link", {
      owner: {
        environment: "prod",
        firm: "dupont",
        site: "meylan",
        subscription: ids.firmSubscription,
      },
      tags: { firm: "dupont" },
      link: {
        kind: "vpn",
        remote: { kind: "address", text: "203.0.113.10" },
        generation: 1,
        scans: "refuse",
        ...changes,
      },
      lan: network("192.168.10.0/24"),
      gatewayId: "gateway-id",
      hubGroupName: "rg-hub",
      hubLocation: "francecentral",
      hubProvider: new Provider("hub", { subscriptionId: hubSubscription }),
      vaultName: "kv-dupont",
      vaultGroupName: "rg-data",
    });
  });
}

test("makes the office's end, the tunnel and a secret of its own, kept in the firm's vault", async () => {
  const resources = await link();
  expect(counted(resources)).toEqual({
    "cabinet:site:SiteLink": 1,
    "pulumi:providers:azure-native": 1,
    "network:LocalNetworkGateway": 1,
    "network:VirtualNetworkGatewayConnection": 1,
    "keyvault:Secret": 1,
    "random:index/randomPassword:RandomPassword": 1,
  });
  expect(inputsOf(resources, "link-office")).toMatchObject({
    gatewayIpAddress: "203.0.113.10",
    localNetworkAddressSpace: { addressPrefixes: ["192.168.10.0/24"] },
  });
  expect(named(resources, "link-tunnel").id).toContain(`/subscriptions/${hubSubscription}/`);
  expect(named(resources, "link-kept").id).toContain(
    `/subscriptions/${ids.firmSubscription}/resourceGroups/rg-data/`,
  );
});

test("the tunnel is IKEv2 with strong algorithms only, and its secret is nowhere in clear", async () => {
  const resources = await link();
  expect(inputsOf(resources, "link-tunnel")).toMatchObject({
    connectionType: "IPsec",
    connectionProtocol: "IKEv2",
    sharedKey: "<secret>",
    ipsecPolicies: [
      {
        ikeEncryption: "AES256",
        ikeIntegrity: "SHA384",
        dhGroup: "ECP384",
        ipsecEncryption: "GCMAES256",
        ipsecIntegrity: "GCMAES256",
        pfsGroup: "ECP384",
      },
    ],
  });
  expect(inputsOf(resources, "link-kept")["properties"]).toMatchObject({ value: "<secret>" });
});

test("a new number is a new secret; an address that changes is known by its name", async () => {
  const resources = await link({
    generation: 7,
    remote: { kind: "name", text: "meylan.cabinet-dupont.example" },
  });
  expect(inputsOf(resources, "link-secret")).toMatchObject({
    keepers: { generation: "7" },
    length: 64,
    special: false,
  });
  const office = inputsOf(resources, "link-office");
  expect(office["fqdn"]).toBe("meylan.cabinet-dupont.example");
  expect(office).not.toHaveProperty("gatewayIpAddress");
});
