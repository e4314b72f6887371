import { stableGuid } from "../../../azure/guid";
import { digest } from "../digest";
import type { Computation } from "../world";

/** First address and size of the range public addresses come from: for tests, routed nowhere (RFC 2544, appendix C.2.2). */
const testRange = { first: [198, 18], size: 2 ** 17 } as const;

export const publicAddress: Computation = ({ resources }, { wish, previous }) => {
  const id = wish.id.toLowerCase();
  const start = digest(id) % testRange.size;
  for (let step = 0; step < testRange.size; step++) {
    const offset = (start + step) % testRange.size;
    const [first, second] = testRange.first;
    const ipAddress = `${first}.${second + (offset >> 16)}.${(offset >> 8) & 255}.${offset & 255}`;
    const claim = `public address ${ipAddress}`;
    const holders = resources.holdersOf(claim);
    if (holders.every((holder) => holder.toLowerCase() === id))
      return {
        body: { ipAddress: previous?.body["ipAddress"] ?? ipAddress, ...guid(wish.id) },
        claims: { ipAddress: claim },
      };
  }
  return {};
};

/** Azure gives several network resources a GUID beside their id. */
export const resourceGuid: Computation = (_world, { wish }) => ({ body: guid(wish.id) });

/** An address of a private endpoint's own network interface and the names that lead to it. */
export const bastionDnsName: Computation = (_world, { wish }) => ({
  body: { dnsName: `bst-${stableGuid("bastion", wish.id.toLowerCase())}.bastion.azure.com` },
});

function guid(id: string): { readonly resourceGuid: string } {
  return { resourceGuid: stableGuid("embedded Azure", "resource", id.toLowerCase()) };
}
