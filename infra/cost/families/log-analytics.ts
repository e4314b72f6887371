import type { Finding } from "../model";
import { daysPerMonth } from "../money";
import { units } from "../units";
import type { UsageKey } from "../usage-keys";
import { type Context, type Family, metered, used } from "./family";

const toWorkspace = {
  types: ["operationalinsights:Workspace"],
  by: ["workspaceName", "workspaceResourceId"],
} as const;

/** Days of retention in the price of ingestion; 90 with Sentinel: https://learn.microsoft.com/azure/azure-monitor/logs/cost-logs */
const includedDays = 31;
const includedDaysWithSentinel = 90;

/**
 * Log workspaces. The 5 GB that every billing account has free each month are not deducted: many
 * workspaces share them.
 */
export const logWorkspaces: Family = {
  name: "Log workspaces",
  group: "watching",
  types: ["operationalinsights:Workspace"],
  usage: [
    "monthlyLogDataIngestionGb",
    "monthlySentinelDataIngestionGb",
    "monthlyAdditionalLogDataRetentionGb",
    "monthlyLogDataExportGb",
    "monthlyBasicLogDataIngestionGb",
    "monthlyBasicLogSearchGb",
    "monthlyArchiveDataGb",
    "monthlyArchiveDataRestoredGb",
    "monthlyArchiveDataSearchedGb",
  ],
  *findings(context) {
    const { inputs, usage } = context;
    const sku = inputs.choice("sku.name") ?? "pergb2018";
    if (sku === "free") {
      yield { kind: "free", reason: "the Free tier of a log workspace costs nothing" };
      return;
    }
    if (sku !== "pergb2018" && sku !== "capacityreservation") {
      yield {
        kind: "unpriced",
        slot: "ingestion",
        name: "Log data ingested",
        reason: `the tier ${sku} can no longer be bought; use PerGB2018`,
      };
      return;
    }
    const sentinel =
      watchedBySentinel(context) || usage("monthlySentinelDataIngestionGb") !== undefined;
    yield ingestion(context, sku, "logs");
    if (sentinel) yield ingestion(context, sku, "sentinel");
    const days = inputs.count("retentionInDays") ?? 0;
    if (days > (sentinel ? includedDaysWithSentinel : includedDays))
      yield of(
        context,
        "retention",
        "Log data kept",
        units.gbHeld,
        "monthlyAdditionalLogDataRetentionGb",
      );
    yield of(context, "export", "Log data exported", units.gb, "monthlyLogDataExportGb");
    yield of(
      context,
      "basic-ingestion",
      "Basic log data ingested",
      units.gb,
      "monthlyBasicLogDataIngestionGb",
    );
    yield of(
      context,
      "basic-search",
      "Basic log data searched",
      units.gbSearched,
      "monthlyBasicLogSearchGb",
    );
    yield of(context, "archive", "Log data archived", units.gbHeld, "monthlyArchiveDataGb");
    yield of(
      context,
      "restore",
      "Archived log data restored",
      units.gb,
      "monthlyArchiveDataRestoredGb",
    );
    yield of(
      context,
      "archive-search",
      "Archived log data searched",
      units.gb,
      "monthlyArchiveDataSearchedGb",
    );
  },
};

function of(context: Context, slot: string, name: string, unit: typeof units.gb, key: UsageKey) {
  return used(context, slot, name, `log-analytics/${slot}`, unit, key);
}

function ingestion(context: Context, sku: string, kind: "logs" | "sentinel"): Finding {
  const sentinel = kind === "sentinel";
  const product = sentinel ? "sentinel" : "log-analytics";
  const slot = sentinel ? "sentinel-ingestion" : "ingestion";
  const name = sentinel ? "Sentinel data ingested" : "Log data ingested";
  if (sku === "pergb2018")
    return used(
      context,
      slot,
      name,
      `${product}/ingestion`,
      units.gb,
      sentinel ? "monthlySentinelDataIngestionGb" : "monthlyLogDataIngestionGb",
    );
  const level = context.inputs.count("sku.capacityReservationLevel");
  if (level === undefined)
    return { kind: "unpriced", slot, name, reason: "sku.capacityReservationLevel is missing" };
  return metered(
    slot,
    `${name}, commitment of ${level} GB a day`,
    `${product}/commitment/${level}-gb`,
    level === 100 ? units.hundredGbDays : units.days,
    daysPerMonth,
  );
}

function watchedBySentinel({ program, resource }: Context): boolean {
  const onboarded = program.ofTypes(["securityinsights:SentinelOnboardingState"]);
  const solutions = program
    .ofTypes(["operationsmanagement:Solution"])
    .filter(({ inputs }) =>
      /^securityinsights/i.test(
        solutionOf(inputs.reference("plan.product"), inputs.reference("solutionName")),
      ),
    );
  return [...onboarded, ...solutions].some(
    (extension) => program.related(extension, toWorkspace) === resource,
  );
}

/** `OMSGallery/SecurityInsights`, or `SecurityInsights(workspace)`. */
function solutionOf(product: string | undefined, name: string | undefined): string {
  return product?.split("/").at(-1) ?? name ?? "";
}

/** Sentinel itself is billed with the workspace it watches. */
export const sentinel: Family = {
  name: "Sentinel",
  group: "watching",
  types: ["securityinsights:SentinelOnboardingState", "operationsmanagement:Solution"],
  usage: [],
  *findings() {
    yield { kind: "free", reason: "the data it reads is billed with the workspace" };
  },
};
