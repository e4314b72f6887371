import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { regionFacts } from "../azure/regions";
import { ActionGroup } from "../components/action-group";
import { Alerts } from "../components/alerts";
import { ArcMachine } from "../components/arc-machine";
import { Diagnostics } from "../components/diagnostics";
import { PackageStore } from "../components/package-store";
import { grantRole } from "../components/role-grant";
import { ServerReports } from "../components/server-reports";
import { formatDate } from "../document/calendar-date";
import type { Supervision } from "../firm/site";
import {
  configurationPackage,
  type ConfigurationPackage,
} from "../kit/module/configuration-package";
import { assignmentType } from "../slim-server/assignment-type";
import { rightsAlert, siteAlerts } from "../watch/site-alerts";
import type { SiteContext } from "./site";

type Arc = Extract<Supervision, { readonly kind: "arc" }>;

/**
 * Azure Arc's view of an office: a resource group for its machines alone, and, for each that was onboarded into it,
 * what it should be, what it reports and when it is patched. The machines themselves are never made or removed.
 */
export function siteSupervision(
  context: SiteContext,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Inputs {
  const { site, owner } = context;
  const { supervision } = site;
  if (supervision.kind === "agentless") return {};
  const { id, placement } = context.group("arc");
  for (const principalId of supervision.administrators)
    grantRole(
      `arc-administrator-${principalId}`,
      {
        owner,
        role: "azureConnectedMachineResourceAdministrator",
        scope: id,
        scopeWord: "arc",
        principalId,
        principalWord: principalId,
        principalType: "Group",
      },
      opts,
    );
  if (supervision.readableUntil !== undefined) makeMachines(context, supervision, opts);
  return { arcGroup: placement.resourceGroupName };
}

function makeMachines(
  { platform, firm, site, tags, group, hub, shared }: SiteContext,
  { machines, readableUntil, correction }: Arc,
  opts: pulumi.ComponentResourceOptions,
): void {
  if (readableUntil === undefined) return;
  const { placement } = group("watch");
  const onboarded = machines.flatMap(({ role, id }) => {
    const machine = site.machines.find((one) => one.role === role);
    return machine === undefined
      ? []
      : [{ role, id, name: machine.name, pack: configurationPackage(firm, site, machine) }];
  });
  const store = new PackageStore(
    "packages",
    {
      ...placement,
      packages: onboarded.map(({ pack }) => ({ ...pack, file: fileOf(pack) })),
      readableUntil: formatDate(readableUntil),
      zones: regionFacts[firm.region].zones,
    },
    opts,
  );
  new Diagnostics(
    "diagnostics",
    {
      owner: placement.owner,
      workspaceId: shared.logWorkspaceId,
      sources: { packages: store.serviceId },
    },
    opts,
  );
  const reports = new ServerReports(
    "reports",
    { ...placement, workspaceId: shared.logWorkspaceId },
    opts,
  );
  const told = new ActionGroup(
    "told",
    {
      ...placement,
      mail: { supervisor: firm.people.supervisor, support: platform.support.email },
    },
    opts,
  );
  new Alerts(
    "alerts",
    {
      ...placement,
      actionGroupId: told.groupId,
      logs: {
        workspaceId: shared.logWorkspaceId,
        rules: siteAlerts({
          machines: onboarded,
          readableUntil: formatDate(readableUntil),
        }),
      },
      metrics: {},
      activity: [rightsAlert],
    },
    opts,
  );
  for (const { role, id, pack } of onboarded) {
    const link = store.links[pack.name];
    if (link === undefined) continue;
    new ArcMachine(
      role,
      {
        machineId: id,
        location: firm.region,
        tags,
        configuration: {
          name: pack.name,
          version: pack.version,
          sha256: pack.sha256,
          link,
          assignment: assignmentType(role, correction),
        },
        collectionRuleId: reports.ruleId,
        maintenanceId: hub.maintenanceId,
      },
      opts,
    );
  }
}

/** Pulumi uploads files only; the same bytes always lie at the same place. */
function fileOf({ name, sha256, bytes }: ConfigurationPackage): string {
  const file = join(tmpdir(), `${name}-${sha256}.zip`);
  writeFileSync(file, bytes);
  return file;
}
