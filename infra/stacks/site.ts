import * as pulumi from "@pulumi/pulumi";
import type { Address } from "../azure/network";
import type { NameOwner } from "../azure/names";
import { regionFacts } from "../azure/regions";
import { OfficeNames } from "../components/office-names";
import { SecondController } from "../components/second-controller";
import { SiteLink } from "../components/site-link";
import type { Firm } from "../firm/firm";
import type { Site } from "../firm/site";
import { resolverAddress } from "../platform/hub-subnets";
import type { Platform } from "../platform/platform";
import { readFirmOutputs, type FirmOutputs } from "./firm-outputs";
import { readOfficeOutputs, type Live, type OfficeOutputs } from "./platform-outputs";
import { azureIn } from "./providers";
import { resourceGroups, type PlacedGroup } from "./resource-groups";
import { siteSteps } from "./site-steps";
import { siteSupervision } from "./site-supervision";
import { forwardedNames } from "./zone-names";

/** What the parts of an office's stack have in common. */
export interface SiteContext {
  readonly platform: Platform;
  readonly firm: Firm;
  readonly site: Site;
  readonly owner: NameOwner & { readonly firm: string; readonly site: string };
  readonly tags: Readonly<Record<string, string>>;
  readonly group: (purpose: string) => PlacedGroup;
  readonly hub: Live<OfficeOutputs>;
  readonly shared: Live<FirmOutputs>;
}

/** What an office of a firm has in Azure. An office that is neither linked nor watched by Azure has nothing there. */
export function siteStack(platform: Platform, firm: Firm, site: Site): pulumi.Inputs {
  const { environment } = platform;
  const { link, secondController, supervision } = site;
  const answers = resolverAddress(platform.hubNetwork);
  const steps = siteSteps({ firm, site, answers });
  const told = {
    firm: firm.name,
    site: site.key,
    lan: site.lan.text,
    profile: site.profile,
    machines: Object.fromEntries(site.machines.map(({ name, address }) => [name, address.text])),
    directory: { domain: site.directory.domain, sync: site.directory.sync },
    // What the office's controllers are told about Azure's private names.
    privateNames: link.kind === "none" ? {} : { ask: answers, for: forwardedNames },
    manualSteps: steps.map(({ fr }) => fr),
    manualStepsInEnglish: steps.map(({ en }) => en),
  };
  // Without an engine nobody hears it; `cabinet` itself says so of every file it reads.
  if (site.profile === "slimSingle" && pulumi.runtime.hasEngine())
    void pulumi.log.warn(spoolerRisk);
  if (link.kind === "none" && secondController.kind === "none" && supervision.kind === "agentless")
    return told;

  const owner = {
    environment,
    firm: firm.key,
    site: site.key,
    subscription: firm.subscription,
  } satisfies NameOwner;
  const tags = { ...platform.tags, environment, firm: firm.key, site: site.key };
  const azure = azureIn("firm", firm.subscription, platform);
  const context: SiteContext = {
    platform,
    firm,
    site,
    owner,
    tags,
    group: resourceGroups(owner, firm.region, tags, azure),
    hub: readOfficeOutputs(environment),
    shared: readFirmOutputs(`${environment}.${firm.key}`),
  };
  const opts = { provider: azure };
  const linked = siteLink(context, opts);
  makeSecondController(context, opts);
  return { ...told, ...linked, ...siteSupervision(context, opts) };
}

/** https://msrc.microsoft.com/update-guide/vulnerability/CVE-2021-34527 */
const spoolerRisk =
  "Profil slimSingle : le spouleur d'impression tourne sur le contrôleur de domaine, et ses failles, telle PrintNightmare, livrent tout le domaine ; slimSplit les sépare. / Profile slimSingle: the print spooler runs on the domain controller, and its flaws, such as PrintNightmare, give away the whole domain; slimSplit keeps them apart.";

/** The tunnel, and names of the office's domain for who asks the platform's resolver. */
function siteLink(
  { platform, firm, site, owner, tags, hub, shared }: SiteContext,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Inputs {
  const { link, lan, directory } = site;
  if (link.kind === "none") return {};
  // Creates only what joins the office to the hub.
  const hubProvider = azureIn("platform", platform.subscription, platform);
  const tunnel = new SiteLink(
    "link",
    {
      owner,
      tags,
      link,
      lan,
      gatewayId: hub.vpnGatewayId,
      hubGroupName: hub.hubGroupName,
      hubLocation: platform.location,
      hubProvider,
      vaultName: shared.vaultName,
      vaultGroupName: shared.dataGroupName,
    },
    opts,
  );
  const known = controllersOf(firm, directory.domain);
  // Azure takes one rule a domain: the first office that is linked brings it for all of them.
  if (known.first === site.key)
    new OfficeNames(
      "names",
      {
        owner,
        domain: directory.domain,
        controllers: known.controllers,
        rulesetName: hub.forwardingRulesetName,
        hubGroupName: hub.hubGroupName,
      },
      { provider: hubProvider },
    );
  return { linkSecret: tunnel.secretName };
}

/** Controllers of a domain in linked offices, six at most, and the first of these offices. */
function controllersOf(
  { sites }: Pick<Firm, "sites">,
  domain: string,
): { readonly first: string | undefined; readonly controllers: readonly Address[] } {
  const linked = sites.filter(
    ({ link, directory }) => link.kind === "vpn" && directory.domain === domain,
  );
  const controllers = linked.flatMap(({ machines, secondController: second }) => [
    ...machines
      .filter(({ role }) => role === "controller" || role === "server")
      .map(({ address }) => address),
    ...(second.kind === "azure" ? [second.address] : []),
  ]);
  return { first: linked[0]?.key, controllers: controllers.slice(0, 6) };
}

function makeSecondController(
  { firm, site, group, hub, shared }: SiteContext,
  opts: pulumi.ComponentResourceOptions,
): void {
  const { secondController: second } = site;
  if (second.kind === "none") return;
  const { placement } = group("controller");
  new SecondController(
    "controller",
    {
      ...placement,
      computerName: second.name,
      address: second.address,
      subnetId: shared.serversSubnetId,
      otherControllers: otherControllers(firm, site, second.address),
      zones: regionFacts[firm.region].zones ? ["1", "2", "3"] : [],
      diskEncryptionSetId: shared.diskEncryptionSetId,
      maintenanceId: hub.maintenanceId,
      vaultName: shared.vaultName,
      vaultGroupName: shared.dataGroupName,
      copies: {
        backup: firm.backup,
        vaultName: shared.recoveryVaultName,
        stay: firm.stage !== "leaving",
      },
    },
    opts,
  );
}

/** Those that a second controller finds its domain by: in Azure first, where the firm's hosts ask some there as well. */
function otherControllers(
  firm: Pick<Firm, "identity" | "sites">,
  { directory }: Pick<Site, "directory">,
  own: Address,
): readonly Address[] {
  const { identity } = firm;
  const inAzure = identity.mode === "hybrid" ? identity.domain.dnsServers : [];
  const all = [...inAzure, ...controllersOf(firm, directory.domain).controllers];
  return all.filter(
    ({ value }, index) =>
      value !== own.value && all.findIndex((other) => other.value === value) === index,
  );
}
