import { valuesOf } from "../../sdk/enumeration";
import type { Shape } from "../../sdk/shape";

const streams =
  "https://learn.microsoft.com/azure/azure-monitor/data-collection/data-collection-rule-structure: also streams of one's own (Custom-…) and those of other products";

/** Lists of the SDK that Azure does not hold a request to: it takes more than they name. */
const open: Readonly<Record<string, string>> = {
  "compute.VirtualMachineSizeTypes":
    'https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update ("will no longer be updated"): new sizes are never added to it',
  // Two APIs of the module have a list of this name, and the SDK shows the other one's.
  "monitor.ConditionOperator":
    "https://learn.microsoft.com/rest/api/monitor/scheduled-query-rules/create-or-update#conditionoperator: Equals, GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual",
  "monitor.KnownDataFlowStreams": streams,
  "monitor.KnownExtensionDataSourceStreams": streams,
};

/** Lists of which a value may name several, with commas between. */
const combinable: Readonly<Record<string, string>> = {
  "storage.Bypass":
    'https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create#networkruleset ("any combination of Logging|Metrics|AzureServices")',
};

/** Values text may have. */
export interface Listed {
  readonly values: readonly string[];
  /** Whether several may stand together, with commas between. */
  readonly canCombine: boolean;
}

/** The values text of this type may have; undefined when any will do. */
export function listedFor(shape: Shape): Listed | undefined {
  if (shape.kind === "literal") return { values: [shape.value], canCombine: false };
  if (shape.kind !== "enumeration" || shape.names.some((name) => name in open)) return undefined;
  const values = shape.names.flatMap(valuesOf);
  return { values, canCombine: shape.names.some((name) => name in combinable) };
}

/** Whether a value is one of those listed, case and all: ARM's providers do not agree about another case. */
export function isListed({ values, canCombine }: Listed, value: string): boolean {
  const parts = canCombine ? value.split(",").map((part) => part.trim()) : [value];
  return parts.every((part) => values.includes(part));
}
