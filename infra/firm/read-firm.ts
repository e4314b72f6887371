import { z } from "zod";
import type { Network } from "../azure/network";
import { compareDates } from "../document/calendar-date";
import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import {
  faultAt,
  locate,
  refuse,
  understand,
  type Reading,
  type SourceDocument,
} from "../document/source-document";
import { alternatives } from "../document/wording";
import { archivePresetNames } from "./archive-presets";
import type { FirmRules } from "./combination";
import { combinationFaults } from "./combinations";
import type { Budget, Firm, FirmData, People, Services, Workday } from "./firm";
import type { Claim } from "./network-plan";
import { readIdentity } from "./read-identity";
import { readSessions } from "./read-sessions";
import { readDesks } from "./read-desks";
import { readLanding } from "./read-landing";
import { readSites } from "./read-sites";
import { firmNetwork, firmRegion, firmSchema } from "./schema";
import { siteLan } from "./schema-sites";
import { quadraConnect, webServiceNames } from "./services";

/** What a firm file means; every fault of the file alone. Overlaps with others are found in `network-plan.ts`. */
export function readFirm(key: string, document: SourceDocument, rules: FirmRules): Reading<Firm> {
  const reading = understand(document, firmSchema);
  const outside = regionFaults(document, rules);
  if (!reading.ok) return refuse([...reading.faults, ...outside]);
  const written = reading.value;
  const {
    region = rules.location,
    people,
    budget,
    data,
    services: _services,
    quadraConnect: _quadraConnect,
    ...rest
  } = written;
  const sessions = readSessions(document, rest.sessions);
  const identity = readIdentity(document, rest.identity);
  if (!sessions.ok || !identity.ok)
    return refuse([
      ...outside,
      ...[sessions, identity].flatMap((part) => (part.ok ? [] : part.faults)),
    ]);
  const desks = readDesks(document, rest.desks, sessions.value);
  const landing = readLanding(document, key, rest.landing, rest.stage);
  const sites = readSites(document, written, identity.value);
  if (!desks.ok || !landing.ok || !sites.ok)
    return refuse([
      ...outside,
      ...[desks, landing, sites].flatMap((part) => (part.ok ? [] : part.faults)),
    ]);
  const firm: Firm = {
    ...rest,
    key,
    region,
    people: readPeople(people),
    workday: readWorkday(rest.workday),
    sessions: sessions.value,
    data: readData(data),
    identity: identity.value,
    budget: readBudget(budget),
    landing: landing.value,
    desks: desks.value,
    sites: sites.value,
    services: readServices(written),
    requests: [],
    licences: { ...rules.licences, ...rest.licences },
    tenancy: rules.tenancy,
  };
  const faults = [...outside, ...combinationFaults({ document, written, firm, rules })];
  return faults.length === 0 ? { ok: true, value: firm } : refuse(faults);
}

type Written = z.output<typeof firmSchema>;

/** A fifth of the externals at once, unless the file says another number. */
function readPeople({ externalsAtOnce, ...people }: Written["people"]): People {
  return { ...people, externalsAtOnce: externalsAtOnce ?? Math.ceil(people.externals / 5) };
}

function readWorkday({ season, ...rest }: Written["workday"]): Workday {
  return {
    ...rest,
    season:
      season === undefined
        ? { kind: "none" }
        : { kind: "yearly", ...season, saturday: season.saturday ?? rest.saturday },
    closed: rest.closed.toSorted(compareDates),
  };
}

function readData({ dossiers, profile, archive, ...rest }: Written["data"]): FirmData {
  return {
    ...rest,
    dossiersGiB: dossiers,
    profileGiB: profile,
    archive: archivePresetNames.filter((preset) => archive.includes(preset)),
  };
}

function readServices({ services, quadraConnect: connect }: Written): Services {
  return {
    web: webServiceNames.filter((name) => services.includes(name)),
    quadraConnect:
      connect === undefined ? undefined : { ...quadraConnect, ...connect, arguments: "" },
  };
}

function readBudget(euros: number | undefined): Budget {
  return euros === undefined ? { kind: "none" } : { kind: "monthly", euros };
}

/** Read apart from the rest, so that a fault elsewhere does not hide one here. */
const outline = z
  .object({
    region: firmRegion.optional().catch(undefined),
    network: firmNetwork.optional().catch(undefined),
    sites: z
      .record(
        z.string(),
        z.object({ lan: siteLan.optional().catch(undefined) }).catch({ lan: undefined }),
      )
      .catch({}),
  })
  .catch({ region: undefined, network: undefined, sites: {} });

function regionFaults(document: SourceDocument, { allowedRegions }: FirmRules): readonly Fault[] {
  const { region } = outline.parse(document.root.value);
  if (region === undefined || allowedRegions.includes(region)) return [];
  return [
    faultAt(document, ["region"], {
      allowed: alternatives(allowedRegions),
      remedy: `write region: ${allowedRegions[0] ?? ""}, or have the provider allow this region`,
    }),
  ];
}

/** The networks a firm file claims, whatever else is wrong with the file. */
export interface Claims {
  readonly claims: readonly Claim[];
  /** False when a network is missing or cannot be read. */
  readonly complete: boolean;
}

export function readClaims(key: string, document: SourceDocument): Claims {
  const { network, sites } = outline.parse(document.root.value);
  const claim = (kind: Claim["kind"], owner: string, path: Path, claimed?: Network) =>
    claimed === undefined ? [] : [{ kind, owner, network: claimed, ...locate(document, path) }];
  const lans = Object.entries(sites);
  return {
    claims: [
      ...claim("firm", `firm ${key}`, ["network"], network),
      ...lans.flatMap(([site, { lan }]) =>
        claim("site", `site ${site} of firm ${key}`, ["sites", site, "lan"], lan),
      ),
    ],
    complete: network !== undefined && lans.every(([, { lan }]) => lan !== undefined),
  };
}

/** Names of the offices a firm file has, whatever else is wrong with it. */
export function readSiteKeys(document: SourceDocument): readonly string[] {
  return Object.keys(outline.parse(document.root.value).sites);
}
