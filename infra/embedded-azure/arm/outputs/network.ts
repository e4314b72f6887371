import { stableGuid } from "../../../azure/guid";
import type { Json } from "../../values/property";
import { textOf } from "../../values/json";
import { isArray, isJsonObject } from "../../values/property";
import { digest } from "../digest";
import { askedAddress, freeAddress } from "../private-address";
import { otherHalf } from "../rules/peerings";
import type { Computation } from "../world";

/** First address and size of the range public addresses come from: for tests, routed nowhere (RFC 2544, appendix C.2.2). */
const testRange = { first: [198, 18], size: 2 ** 17 } as const;

export const publicAddress: Computation = ({ resources }, { wish }) => {
  const id = wish.id.toLowerCase();
  const start = digest(id);
  for (let step = 0; step < testRange.size; step++) {
    const offset = (start + step) % testRange.size;
    const [first, second] = testRange.first;
    const ipAddress = `${first}.${second + (offset >> 16)}.${(offset >> 8) & 255}.${offset & 255}`;
    const claim = `public address ${ipAddress}`;
    if (resources.holdersOf(claim).every((holder) => holder.toLowerCase() === id))
      return { body: { ipAddress, ...guid(wish.id) }, claims: { ipAddress: claim } };
  }
  return {};
};

/** An address from the subnet for every address configuration. */
export const interfaceAddresses: Computation = ({ resources }, { wish }) => {
  const configurations = objectsIn(wish.body["ipConfigurations"]);
  const addresses = configurations.map((configuration) => {
    const { name, subnet, privateIPAddress: asked } = configuration;
    const subnetId = isJsonObject(subnet) ? subnet["id"] : undefined;
    if (typeof subnetId !== "string") return undefined;
    return typeof asked === "string" && configuration["privateIPAllocationMethod"] === "Static"
      ? askedAddress(resources, subnetId, asked)
      : freeAddress(resources, subnetId, wish.id, textOf(name));
  });
  return {
    body: {
      ipConfigurations: addresses.map((address, index) => ({
        ...(address !== undefined && { privateIPAddress: address.text }),
        privateIPAllocationMethod:
          configurations[index]?.["privateIPAllocationMethod"] ?? "Dynamic",
        primary: configurations[index]?.["primary"] ?? index === 0,
        provisioningState: "Succeeded",
      })),
      macAddress: macAddress(wish.id),
      ...guid(wish.id),
    },
    claims: Object.fromEntries(
      addresses.flatMap((address, index) =>
        address === undefined ? [] : [[`ipConfigurations[${index}]`, address.claim]],
      ),
    ),
  };
};

/** Azure gives several network resources a GUID beside their id. */
export const resourceGuid: Computation = (_world, { wish }) => ({ body: guid(wish.id) });

export const bastionDnsName: Computation = (_world, { wish }) => ({
  body: { dnsName: `bst-${stableGuid("bastion", wish.id.toLowerCase())}.bastion.azure.com` },
});

/** A peering is Connected once its other half is there. */
export const peering: Computation = (world, { wish, parts }) => {
  const remote = wish.body["remoteVirtualNetwork"];
  const remoteId = isJsonObject(remote) ? textOf(remote["id"]) : "";
  const other = otherHalf(world, parts.parentId ?? "", remoteId);
  const network = world.resources.get(remoteId);
  return {
    body: {
      peeringState: other === undefined ? "Initiated" : "Connected",
      peeringSyncLevel: "FullyInSync",
      ...(network?.body["addressSpace"] !== undefined && {
        remoteAddressSpace: network.body["addressSpace"],
      }),
      ...guid(wish.id),
    },
  };
};

/** The elements of a list that are objects; none when it is no list. */
export function objectsIn(value: Json | undefined): readonly { readonly [key: string]: Json }[] {
  return isArray<Json>(value) ? value.filter(isJsonObject) : [];
}

function guid(id: string): { readonly resourceGuid: string } {
  return { resourceGuid: stableGuid("embedded Azure", "resource", id.toLowerCase()) };
}

/** In the range of Microsoft's own cards. */
function macAddress(id: string): string {
  const digits = digest(id.toLowerCase()).toString(16).padStart(12, "0").slice(-6).toUpperCase();
  return ["00", "0D", "3A", digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].join("-");
}
