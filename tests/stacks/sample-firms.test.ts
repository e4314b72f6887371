import path from "node:path";
import { contains, parseNetwork, type Network } from "../../infra/azure/network";
import type { CalendarDate } from "../../infra/document/calendar-date";
import type { Firm } from "../../infra/firm/firm";
import { sizeSessionHosts } from "../../infra/firm/sizing";
import type { Platform } from "../../infra/platform/platform";
import { isRecord } from "../../infra/resources/property-values";
import type { RegisteredResource } from "../../infra/resources/registered";
import { readDefinition } from "../../infra/stacks/definition";
import { recordStack } from "../../infra/stacks/program";
import { difference, type Difference } from "../support/difference";
import { checkGolden } from "../support/golden";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;
jest.setTimeout(60_000);

const root = path.join(__dirname, "../..");

interface Change {
  /** The new firm and platform; what is left out stays as it is. */
  readonly to: (firm: Firm, platform: Platform) => { firm?: Firm; platform?: Platform };
  /** Logical names of all that may be made, changed or removed. */
  readonly touches: RegExp;
}

const sessions = (firm: Firm, changes: Partial<Firm["sessions"]>) => ({
  firm: { ...firm, sessions: { ...firm.sessions, ...changes } },
});
const data = (firm: Firm, changes: Partial<Firm["data"]>) => ({
  firm: { ...firm, data: { ...firm.data, ...changes } },
});
const hostsOf = ({ people, sessions: { hosts, load } }: Firm) => {
  const { size, count } = sizeSessionHosts(people, { hosts, load });
  return { size, count };
};
const until: CalendarDate = { year: 2026, month: 12, day: 15 };
const newGeneration = (firm: Firm) =>
  sessions(firm, {
    generation: firm.sessions.generation + 1,
    previous: {
      kind: "kept",
      generation: firm.sessions.generation,
      hosts: hostsOf(firm),
      until,
    },
  });

const nothing = /^$/;
const changes: Readonly<Record<string, Change>> = {
  "one more host": {
    to: (firm) => {
      const { size, count } = hostsOf(firm);
      return sessions(firm, { hosts: { kind: "fixed", size, count: count + 1 } });
    },
    touches: /^(hosts-|alerts-full)/,
  },
  "a new generation": { to: newGeneration, touches: /^hosts-/ },
  "a new image": {
    to: (_, platform) => ({
      platform: { ...platform, image: { ...platform.image, version: "26100.9999.270101" } },
    }),
    touches: nothing,
  },
  "a larger share": {
    to: (firm) => data(firm, { dossiersGiB: firm.data.dossiersGiB + 512 }),
    touches: /^((dossiers|files|alerts-dossiers|console)-|rehearsal-job$)/,
  },
  "other hours": {
    to: (firm) => ({
      firm: {
        ...firm,
        workday: {
          ...firm.workday,
          weekdays: { from: { hour: 9, minute: 0 }, until: { hour: 17, minute: 0 } },
        },
      },
    }),
    touches: /^desktops-(pool|scaling)$/,
  },
  "the season": {
    to: (_, platform) => ({
      platform: {
        ...platform,
        today: { kind: "dated", date: { year: 2026, month: 3, day: 11 } },
      },
    }),
    touches: /^desktops-scaling$/,
  },
  "any device": {
    to: (firm) => sessions(firm, { devices: "any" }),
    touches: /^(desktops-pool$|signin-reportedDevices-)/,
  },
  "no printers": {
    to: (firm) => sessions(firm, { printing: { kind: "none" } }),
    touches: /^(desktops-pool|network-sessions-rules)$/,
  },
  "one more application": {
    to: (firm) => {
      const { applications } = firm.sessions;
      const application = { key: "caisse", name: "Caisse", path: "C:\\Caisse.exe", arguments: "" };
      const externals = Math.max(firm.people.externals, 1);
      return {
        firm: {
          ...firm,
          people: { ...firm.people, externals },
          sessions: { ...firm.sessions, applications: [...applications, application] },
        },
      };
    },
    touches:
      /^(desktops-(applications|workspace|pool)|access-(clients|salaries|intervenants)|diagnostics-applications|profiles-share|alerts-profiles-free|console-workbook|signin-people-)/,
  },
  "a budget": {
    to: (firm) => ({ firm: { ...firm, budget: { kind: "monthly", euros: 4321 } } }),
    touches: /^budget/,
  },
  "going live": {
    to: (firm) => ({ firm: { ...firm, stage: "live" } }),
    touches: /^(access-\w+-(desktop|applications)|landing)-|^diagnostics-landing$|^names-own-list$/,
  },
  "the end": {
    to: (firm) => ({ firm: { ...firm, stage: "leaving" } }),
    touches:
      /^((locks|access|landing|departure)-|recovery-vault$|diagnostics-landing$|(alerts-|network-|diagnostics-)?rehearsal|network-(endpoints|servers)-rules$|names-own-list$)/,
  },
};

const onMachine = /^hosts-.*-(vm|nic|settings|join|antimalware|attestation|monitor|agent)$/;

const samples = ["petit", "moreau", "rousseau"];

function parsed(text: string): Network {
  const reading = parseNetwork(text);
  if (reading.kind === "problem") throw new Error(reading.reason);
  return reading;
}

/** Where calls may come from that a group's rules let in. */
function inboundSources(inputs: RegisteredResource["inputs"]): readonly string[] {
  const rules: unknown = inputs["securityRules"];
  if (!Array.isArray(rules)) throw new Error("a security group without rules of its own");
  return rules.flatMap((rule: unknown) => {
    if (!isRecord(rule) || rule["direction"] !== "Inbound" || rule["access"] !== "Allow") return [];
    const several: unknown = rule["sourceAddressPrefixes"];
    return Array.isArray(several) ? several.map(String) : [String(rule["sourceAddressPrefix"])];
  });
}

describe.each(samples)("%s", (key) => {
  const reading = readDefinition(`prod.${key}`, root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error(`${key} is no sample`);
  const definition = reading.value;
  const record = async (firm: Firm, platform: Platform) =>
    (await recordStack(definition.name, { ...definition, firm, platform })).resources;
  const differences: Record<string, Difference> = {};
  let asItIs: readonly RegisteredResource[];
  beforeAll(async () => {
    asItIs = await record(definition.firm, definition.platform);
  });

  test.each(Object.entries(changes))("%s touches what it should", async (name, { to, touches }) => {
    const { firm, platform } = definition;
    const changed = to(firm, platform);
    const after = await record(changed.firm ?? firm, changed.platform ?? platform);
    const result = difference(asItIs, after);
    differences[name] = result;
    const all = [...result.created, ...result.removed, ...Object.keys(result.changed)];
    expect(all.filter((one) => !touches.test(one))).toEqual([]);
    // Hosts may be off: nothing that needs one to be on is changed on any that lives.
    expect(Object.keys(result.changed).filter((one) => onMachine.test(one))).toEqual([]);
  });

  test("A04: no host has a public address, and no rule lets the Internet in", () => {
    const ofType = (type: string) => asItIs.filter((one) => one.type.endsWith(`:${type}`));
    const interfaces = ofType("NetworkInterface");
    expect(interfaces.length).toBeGreaterThanOrEqual(hostsOf(definition.firm).count);
    expect(JSON.stringify(interfaces)).not.toMatch(/publicIPAddress/i);
    const sources = ofType("NetworkSecurityGroup").flatMap(({ inputs }) => inboundSources(inputs));
    expect(sources).not.toEqual([]);
    // The firm's own network, its offices', and the probes that Azure sends containers.
    const own = [definition.firm.network, ...definition.firm.sites.map(({ lan }) => lan)];
    const strangers = sources.filter(
      (source) =>
        source !== "AzureLoadBalancer" && !own.some((network) => contains(network, parsed(source))),
    );
    expect(strangers).toEqual([]);
  });

  test("A18, A28: hosts keep profiles on their own share, and show files under the firm's letter", () => {
    const { firm } = definition;
    const scripts = asItIs.flatMap(({ name, inputs }) =>
      /^hosts-.*-settings$/.test(name) ? [JSON.stringify(inputs["source"])] : [],
    );
    expect(scripts.length).toBe(hostsOf(firm).count);
    for (const script of scripts) {
      expect(script).toContain(`use ${firm.data.drive}: `);
      expect(script).toMatch(
        /'VHDLocations' MultiString @\('\\\\\\\\\w+\.file\.core\.windows\.net\\\\profiles'\)/,
      );
      expect(script).toContain("Romance Standard Time");
    }
  });

  test("all of it, exactly", () => {
    expect(Object.keys(differences)).toEqual(Object.keys(changes));
    expect(() => checkGolden(`${key}.changes`, differences)).not.toThrow();
  });
});

describe("A26: another broker", () => {
  const sampleOf = (key: string) => {
    const reading = readDefinition(`prod.${key}`, root);
    if (!reading.ok || reading.value.kind !== "firm") throw new Error(`${key} is no sample`);
    return reading.value;
  };
  const citrix = sampleOf("rousseau").firm.sessions.broker;

  test.each([
    ["moreau", "to Citrix", citrix],
    ["rousseau", "to Azure", { kind: "avd" }],
  ] as const)("%s %s: other hosts, and no data touched", async (key, _, broker) => {
    const { name, firm, platform } = sampleOf(key);
    const record = async (one: Firm) =>
      (await recordStack(name, { ...sampleOf(key), platform, firm: one })).resources;
    const { created, removed, changed } = difference(
      await record(firm),
      await record(sessions(firm, { broker }).firm),
    );
    const all = [...created, ...removed, ...Object.keys(changed)];
    const session =
      /^(hosts|connectors|desktops|power)-|^access-\w+-(desktop|applications|pool)-|^diagnostics-(pool|group|workspace|applications)$|^network-sessions-rules$|^alerts-(full|[a-z]+[A-Z])|^console-/;
    expect(all.filter((one) => !session.test(one))).toEqual([]);
    const machines = (names: readonly string[]) => names.filter((one) => /^hosts-.*-vm$/.test(one));
    expect(machines(created).length).toBe(hostsOf(firm).count);
    expect(machines(removed).length).toBe(hostsOf(firm).count);
    expect(Object.keys(changed)).toEqual(["console-workbook", "network-sessions-rules"]);
  });
});
