import { keyOf } from "../../store/resources";
import type { Json } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import type { Rule } from "../world";

/** The numbers a property may have. */
interface Range {
  readonly type: string;
  /** Path without places in lists, e.g. `schedules.peakStartTime.hour`. */
  readonly path: RegExp;
  readonly least: number;
  readonly most: number;
  readonly source: string;
}

const scalingPlans = "Microsoft.DesktopVirtualization/scalingPlans";
const planSource =
  "https://learn.microsoft.com/rest/api/desktopvirtualization/scaling-plans/create";
const storage = "Microsoft.Storage/storageAccounts";
const retentionSource =
  "https://learn.microsoft.com/rest/api/storagerp/blob-services/set-service-properties#deleteretentionpolicy";

const ranges: readonly Range[] = [
  { type: scalingPlans, path: /Time\.hour$/, least: 0, most: 23, source: planSource },
  { type: scalingPlans, path: /Time\.minute$/, least: 0, most: 59, source: planSource },
  { type: scalingPlans, path: /CapacityThresholdPct$/, least: 1, most: 100, source: planSource },
  { type: scalingPlans, path: /MinimumHostsPct$/, least: 0, most: 100, source: planSource },
  {
    type: `${storage}/blobServices`,
    path: /eleteRetentionPolicy\.days$/,
    least: 1,
    most: 365,
    source: retentionSource,
  },
  {
    type: `${storage}/fileServices`,
    path: /eleteRetentionPolicy\.days$/,
    least: 1,
    most: 365,
    source: retentionSource,
  },
  {
    type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
    path: /^(ruleCollections\.)?priority$/,
    least: 100,
    most: 65_000,
    source: "https://learn.microsoft.com/azure/firewall/policy-rule-sets",
  },
  {
    type: `${storage}/managementPolicies`,
    path: /\.daysAfter\w+GreaterThan$/,
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
    source: "https://learn.microsoft.com/rest/api/storagerp/management-policies/create-or-update",
  },
];

/** Numbers are within what Azure takes. */
export const withinRanges: Rule = (_world, { wish, parts }) => {
  const rows = ranges.filter(({ type }) => keyOf(type) === keyOf(parts.type));
  if (rows.length === 0) return;
  for (const [path, value] of numbersIn(wish.body, ""))
    for (const { path: pattern, least, most } of rows)
      if (pattern.test(path) && (value < least || value > most))
        throw new ArmError(
          400,
          "InvalidParameter",
          `The value ${value} of parameter '${path}' is out of range: at least ${least}${most === Number.MAX_SAFE_INTEGER ? "" : `, at most ${most}`}.`,
        );
};

function* numbersIn(value: Json, path: string): Generator<readonly [string, number]> {
  if (typeof value === "number") yield [path, value];
  else if (isArray<Json>(value)) for (const element of value) yield* numbersIn(element, path);
  else if (isJsonObject(value))
    for (const [name, inner] of Object.entries(value))
      yield* numbersIn(inner, path === "" ? name : `${path}.${name}`);
}
