import { formatAddress, parseAddress } from "../../infra/azure/network";
import { firmSubnets } from "../../infra/components/firm-subnets";
import type { Firm } from "../../infra/firm/firm";
import type { Platform } from "../../infra/platform/platform";
import type { RegisteredResource } from "../../infra/resources/registered";
import { recordPlatform, recordStack } from "../../infra/stacks/program";
import { manyFirms } from "./many-firms";
import { officeWithAll } from "./offices";

/** A firm with all its stacks: its own, and that of each office. */
export interface Hosted {
  readonly firm: Firm;
  readonly resources: readonly RegisteredResource[];
}

/**
 * Records firms of every mode, every second one with its office: linked, with a second controller, its machines under Azure Arc,
 * where the platform has a gateway; else with Arc alone.
 */
export async function hostedFirms(count: number, platform: Platform): Promise<readonly Hosted[]> {
  const outputs = recordPlatform(platform);
  const { environment } = platform;
  const hosted: Hosted[] = [];
  for (const [place, each] of manyFirms(count, platform).entries()) {
    const sites = place % 2 === 0 ? each.sites.map((site) => equipped(each, site, platform)) : [];
    const firm = { ...each, sites };
    const names = [
      { kind: "firm", environment, firm: firm.key } as const,
      ...firm.sites.map(
        ({ key }) => ({ kind: "site", environment, firm: firm.key, site: key }) as const,
      ),
    ];
    const resources: RegisteredResource[] = [];
    for (const name of names)
      resources.push(...(await recordStack(name, { platform, firm }, () => outputs)).resources);
    hosted.push({ firm, resources });
  }
  return hosted;
}

function equipped(firm: Firm, site: Firm["sites"][number], platform: Platform) {
  const office = officeWithAll(firm, site);
  const address = parseAddress(formatAddress(firmSubnets(firm.network).servers.first + 8));
  if (address.kind === "problem" || office.secondController.kind === "none")
    throw new Error("the office has no second controller");
  return {
    ...office,
    directory: { ...office.directory, domain: `ad.${firm.key}.example` },
    secondController: {
      ...office.secondController,
      name: `DC-${firm.subscription.slice(-6)}`,
      address,
    },
    ...(platform.vpnGateway === "none" ? { link: { kind: "none" } as const } : {}),
  };
}

/** The platform's own stack. */
export async function hubOf(platform: Platform): Promise<readonly RegisteredResource[]> {
  const name = { kind: "platform", environment: platform.environment } as const;
  return (await recordStack(name, { platform, firm: undefined })).resources;
}
