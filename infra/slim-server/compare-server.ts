import { allowanceOf, keptFeatures } from "./allowed-features";
import {
  missingFeature,
  spoolerOn,
  stoppedService,
  strayFeature,
  strayService,
  strayShare,
  type Finding,
} from "./finding";
import type { MachineRole } from "./machine-role";
import { forbiddenServices, neededServices, spoolerOff } from "./services";
import { productionShares, systemShares } from "./shares";
import { windowsFeature } from "./windows-features";

/** What is on a machine, as Windows tells it. */
export interface ObservedServer {
  /** Names of what `Get-WindowsFeature` shows as installed. */
  readonly features: readonly string[];
  readonly services: readonly ObservedService[];
  /** Names of what `Get-SmbShare` shows. */
  readonly shares: readonly { readonly name: string }[];
}

export interface ObservedService {
  /** Its short name, `DHCPServer`. */
  readonly name: string;
  readonly state: "running" | "stopped";
  readonly start: "automatic" | "manual" | "disabled";
}

/** What a machine should be. */
export interface ExpectedServer {
  readonly role: MachineRole;
  /** Features beyond those of the role. */
  readonly features: readonly string[];
  /** Names of its print queues, which Windows shares as well. */
  readonly queues: readonly string[];
}

/**
 * Every difference between a machine and what it should be: features, services, shares, each in the order in which
 * Windows tells them. None means that it is as slim as its profile says.
 */
export function compareServer(
  observed: ObservedServer,
  expected: ExpectedServer,
): readonly Finding[] {
  return [
    ...featureFindings(observed, expected),
    ...serviceFindings(observed, expected),
    ...shareFindings(observed, expected),
  ];
}

function featureFindings(
  { features }: ObservedServer,
  { role, features: further }: ExpectedServer,
): readonly Finding[] {
  const installed = new Set(features.map((name) => windowsFeature(name) ?? name));
  return [
    ...keptFeatures(role)
      .filter((name) => !installed.has(name))
      .map((name) => missingFeature(name, role)),
    ...[...installed]
      .filter((name) => allowanceOf(role, name) === undefined && !further.includes(name))
      .map((name) => strayFeature(name, role)),
  ];
}

function serviceFindings(
  { services }: ObservedServer,
  { role }: ExpectedServer,
): readonly Finding[] {
  const find = (name: string) =>
    services.find((service) => service.name.toLowerCase() === name.toLowerCase());
  const spooler = find("Spooler");
  const spoolerIsOff =
    spooler === undefined || (spooler.state === "stopped" && spooler.start === "disabled");
  return [
    ...neededServices
      .filter(({ roles, name }) => roles.includes(role) && find(name)?.state !== "running")
      .map(({ name, reason }) => stoppedService(name, reason)),
    ...(spoolerOff.includes(role) && !spoolerIsOff ? [spoolerOn()] : []),
    ...services.flatMap(({ name }) => {
      const group = forbiddenServices.find(({ pattern }) => matches(pattern, name));
      return group === undefined ? [] : [strayService(name, group)];
    }),
  ];
}

function shareFindings(
  { shares }: ObservedServer,
  { role, queues }: ExpectedServer,
): readonly Finding[] {
  const known = queues.map((queue) => queue.toLowerCase());
  return shares
    .filter(
      ({ name }) =>
        !known.includes(name.toLowerCase()) &&
        !systemShares.some(({ pattern, roles }) => roles.includes(role) && matches(pattern, name)),
    )
    .map(({ name }) => strayShare(name, matches(productionShares, name) ? "production" : "user"));
}

/** Whether a pattern of the tables fits a whole name. */
function matches(pattern: string, name: string): boolean {
  return new RegExp(`^(?:${pattern})$`, "i").test(name);
}
