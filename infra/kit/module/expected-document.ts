import type { ExpectedServer } from "../../slim-server/compare-server";
import { allowanceOf, keptFeatures } from "../../slim-server/allowed-features";
import {
  missingFeature,
  spoolerOn,
  stoppedService,
  strayFeature,
  strayService,
  strayShare,
  type Finding,
} from "../../slim-server/finding";
import { isDomainController, type MachineRole } from "../../slim-server/machine-role";
import { forbiddenServices, neededServices, spoolerOff } from "../../slim-server/services";
import { productionShares, systemShares } from "../../slim-server/shares";
import { windowsFeatures } from "../../slim-server/windows-features";

export const expectedFormat = "cabinet/slim-server@1";

/**
 * What a machine should be and what to say when it is not, complete, so that Windows decides as `compareServer` does
 * and says it in the same words. In phrases `{0}` stands for the name of what was met.
 */
export interface ExpectedDocument {
  readonly format: typeof expectedFormat;
  readonly machine: string;
  readonly role: MachineRole;
  readonly kept: readonly Known[];
  /** Features it may have, the kept ones included. */
  readonly allowed: readonly string[];
  /** Features of Windows it must not have, each with its own phrase. */
  readonly stray: readonly Known[];
  /** A feature that no list has. */
  readonly strange: Said;
  readonly services: {
    readonly needed: readonly Known[];
    /** What to say of a spooler that is not off; null where it may run. */
    readonly spooler: Known | null;
    readonly stray: readonly Matched[];
  };
  readonly shares: {
    /** Patterns of names it may have. */
    readonly allowed: readonly string[];
    /** Names of its queues, which Windows shares as well. */
    readonly queues: readonly string[];
    readonly production: Matched;
    readonly user: Said;
  };
  /** Whether features may be removed without anybody at the machine: never on a domain controller. */
  readonly mayRemove: boolean;
}

export interface Said {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
}

export interface Known extends Said {
  readonly name: string;
}

export interface Matched extends Said {
  /** Regular expression for the whole name, letters of any case. */
  readonly pattern: string;
}

const met = "{0}";

/** @param machine Its computer name. */
export function expectedDocument(
  machine: string,
  { role, features, queues }: ExpectedServer,
): ExpectedDocument {
  const mayHave = (name: string) =>
    allowanceOf(role, name) !== undefined || features.includes(name);
  return {
    format: expectedFormat,
    machine,
    role,
    kept: keptFeatures(role).map((name) => known(missingFeature(name, role))),
    allowed: windowsFeatures.filter(mayHave),
    stray: windowsFeatures
      .filter((name) => !mayHave(name))
      .map((name) => known(strayFeature(name, role))),
    strange: said(strayFeature(met, role)),
    services: {
      needed: neededServices
        .filter(({ roles }) => roles.includes(role))
        .map(({ name, reason }) => known(stoppedService(name, reason))),
      spooler: spoolerOff.includes(role) ? known(spoolerOn()) : null,
      stray: forbiddenServices.map((group) => ({
        pattern: group.pattern,
        ...said(strayService(met, group)),
      })),
    },
    shares: {
      allowed: systemShares
        .filter(({ roles }) => roles.includes(role))
        .map(({ pattern }) => pattern),
      queues,
      production: { pattern: productionShares, ...said(strayShare(met, "production")) },
      user: said(strayShare(met, "user")),
    },
    mayRemove: !isDomainController(role),
  };
}

function said({ code, phrase }: Finding): Said {
  return { code, fr: phrase.fr, en: phrase.en };
}

function known(finding: Finding): Known {
  return { name: finding.subject, ...said(finding) };
}
