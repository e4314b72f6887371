import { common, networkParts } from "./outputs/common";
import { systemIdentity, userAssignedIdentity } from "./outputs/identity";
import { bastionDnsName, publicAddress, resourceGuid } from "./outputs/network";
import { keepsImmutables, keepsLocation } from "./rules/immutable";
import { notReadOnly } from "./rules/locks";
import { placeExists } from "./rules/place";
import { referencesExist } from "./rules/references";
import type { Computation, Effect, Rule } from "./world";

/** All that is checked before a resource is written, in this order. */
export const rules: readonly Rule[] = [
  placeExists,
  notReadOnly,
  keepsLocation,
  keepsImmutables,
  referencesExist,
];

const computations: readonly (readonly [type: RegExp, compute: Computation])[] = [
  [/./, common],
  [/./, systemIdentity],
  [/^Microsoft\.Network\//i, networkParts],
  [/^Microsoft\.ManagedIdentity\/userAssignedIdentities$/i, userAssignedIdentity],
  [/^Microsoft\.Network\/publicIPAddresses$/i, publicAddress],
  [
    /^Microsoft\.Network\/(virtualNetworks|networkInterfaces|networkSecurityGroups|natGateways|virtualNetworkGateways)$/i,
    resourceGuid,
  ],
  [/^Microsoft\.Network\/bastionHosts$/i, bastionDnsName],
];

const effects: readonly (readonly [type: RegExp, effect: Effect])[] = [];

/** What Azure adds to resources of a type. */
export function computationsFor(type: string): readonly Computation[] {
  return computations.filter(([pattern]) => pattern.test(type)).map(([, compute]) => compute);
}

/** What else happens when a resource of a type was written. */
export function effectsFor(type: string): readonly Effect[] {
  return effects.filter(([pattern]) => pattern.test(type)).map(([, effect]) => effect);
}
