import type { Finding } from "../model";
import { type Decimal, one } from "../money";
import type { Program, ProgramResource } from "../program";
import { type Inputs, NotPriceable } from "../reading";
import { units } from "../units";
import { type Context, type Family, metered, used } from "./family";
import { machineGib } from "./machine-parts";

const inVault = { types: ["recoveryservices:Vault"], by: ["vaultName"] } as const;

export const recoveryVaults: Family = {
  name: "Recovery vaults",
  group: "backup",
  types: ["recoveryservices:Vault"],
  usage: [],
  *findings() {
    yield { kind: "free", reason: "what it protects is billed item by item" };
  },
};

export const protectedItems: Family = {
  name: "Protected items",
  group: "backup",
  types: ["recoveryservices:ProtectedItem"],
  owner: inVault,
  usage: ["diskUtilizationGb", "additionalBackupRetentionGb", "backupStorageGb"],
  *findings(context) {
    const kind = context.inputs.choice("properties.protectedItemType") ?? "";
    if (/iaas|virtualmachine/.test(kind)) yield* machineFindings(context);
    else if (kind === "azurefileshareprotecteditem") yield* shareFindings(context);
    else if (/sql/.test(kind)) yield* databaseFindings(context);
    else throw new NotPriceable(`no price of protecting "${kind}" is known`);
  },
};

/** Disk space decides both the step of the instance and, until usage says better, what the vault holds. */
function* machineFindings(context: Context): Generator<Finding> {
  const { usage } = context;
  const size = usage("diskUtilizationGb") ?? machineSize(context);
  yield {
    ...metered(
      "instance",
      `Protected machine, ${stepName(size)}`,
      `backup/azure-vm/${stepOf(size)}`,
      units.months,
      one,
    ),
    usageBased: true,
  };
  const extra = usage("additionalBackupRetentionGb");
  const { name, meter, assumed } = vaultData(context);
  yield {
    ...metered(
      "data",
      name,
      meter,
      units.gbHeld,
      extra === undefined ? size : size.plus(extra),
      assumed,
    ),
    usageBased: true,
  };
}

function machineSize({ program, resource }: Context): Decimal {
  const machine = program.related(resource, {
    types: ["compute:VirtualMachine"],
    by: ["properties.sourceResourceId", "properties.virtualMachineId"],
  });
  if (machine === undefined)
    throw new NotPriceable(
      "the protected machine is not in the program: diskUtilizationGb in the usage file tells its size",
    );
  return machineGib(program, machine);
}

/**
 * An instance pays by the space it protects: up to 50 GB, up to 500, then by every further 500 begun.
 * https://azure.microsoft.com/pricing/details/backup
 */
export function stepOf(size: Decimal): string {
  if (size.lte(50)) return "50-gb";
  return `${size.div(500).ceil().times(500).toString()}-gb`;
}

function stepName(size: Decimal): string {
  return `up to ${stepOf(size).replace("-gb", " GB")}`;
}

interface VaultData {
  readonly name: string;
  readonly meter: string;
  /** Says so when it is not known. */
  readonly assumed: { readonly assumed?: string };
}

/** What a gigabyte in an item's vault is billed as; a vault that another stack has is taken for one as Azure makes it. */
function vaultData({ program, resource }: Context): VaultData {
  const vault = program.related(resource, inVault);
  const redundancy = vault === undefined ? "grs" : redundancyOf(program, vault);
  return {
    name: `Backup data ${redundancy.toUpperCase()}`,
    meter: `backup/data/${redundancy}`,
    assumed:
      vault === undefined ? { assumed: "its vault is not in the program: geo-redundant" } : {},
  };
}

function redundancyOf(program: Program, vault: ProgramResource): string {
  const own = vaultRedundancy(vault.inputs);
  if (own !== undefined) return own;
  const settings = program
    .ofTypes(["recoveryservices:BackupResourceStorageConfigNonCRR"])
    .find((config) => program.related(config, inVault) === vault);
  const type = settings?.inputs.choice("properties.storageModelType") ?? "georedundant";
  const crossRegion = settings?.inputs.flag("properties.crossRegionRestoreFlag") ?? false;
  return redundancyNamed(type, crossRegion);
}

function vaultRedundancy(inputs: Inputs): string | undefined {
  const settings = "properties.redundancySettings";
  const type = inputs.choice(`${settings}.standardTierStorageRedundancy`);
  if (type === undefined) return undefined;
  return redundancyNamed(type, inputs.choice(`${settings}.crossRegionRestore`) === "enabled");
}

/** Only geo-redundant data can be restored in the other region. */
function redundancyNamed(type: string, crossRegion: boolean): string {
  switch (type) {
    case "locallyredundant":
      return "lrs";
    case "zoneredundant":
      return "zrs";
    case "georedundant":
      return crossRegion ? "ra-grs" : "grs";
    default:
      throw new NotPriceable(`no vault has the redundancy "${type}"`);
  }
}

/** Snapshots of a share lie in the share and are billed there; copies in the vault by the space they take. */
function* shareFindings(context: Context): Generator<Finding> {
  const { program, resource, usage } = context;
  const share = program.related(resource, {
    types: ["storage:FileShare"],
    by: ["properties.friendlyName", "protectedItemName"],
  });
  const size = usage("diskUtilizationGb") ?? share?.inputs.amount("shareQuota");
  if (size === undefined)
    yield used(
      context,
      "instance",
      "Protected file share",
      "backup/azure-files/instance",
      units.months,
      "diskUtilizationGb",
    );
  else
    yield metered(
      "instance",
      `Protected file share, ${stepName(size)}`,
      `backup/azure-files/${stepOf(size)}`,
      units.months,
      one,
    );
  if (!copiedToVault(context)) return;
  const { name, meter, assumed } = vaultData(context);
  yield used(context, "data", name, meter, units.gbHeld, "backupStorageGb", assumed);
}

/** Whether the share's policy keeps copies in the vault too. */
function copiedToVault({ program, resource, usage }: Context): boolean {
  if (usage("backupStorageGb") !== undefined) return true;
  const policy = program.related(resource, {
    types: ["recoveryservices:ProtectionPolicy"],
    by: ["properties.policyId"],
  });
  return policy?.inputs.has("properties.vaultRetentionPolicy.vaultRetention") === true;
}

function* databaseFindings(context: Context): Generator<Finding> {
  yield metered(
    "instance",
    "Protected SQL Server",
    "backup/sql-server/instance",
    units.months,
    one,
  );
  const { name, meter, assumed } = vaultData(context);
  yield used(context, "data", name, meter, units.gbHeld, "backupStorageGb", assumed);
}
