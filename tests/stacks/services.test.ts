import path from "node:path";
import type { Firm, Services, WebService } from "../../infra/firm/firm";
import { quadraConnect, webServiceNames } from "../../infra/firm/services";
import { isRecord } from "../../infra/resources/property-values";
import type { RegisteredResource } from "../../infra/resources/registered";
import { readDefinition } from "../../infra/stacks/definition";
import { recordStack } from "../../infra/stacks/program";
import { difference } from "../support/difference";
import { named } from "../support/harness";

Error.stackTraceLimit = 0;
jest.setTimeout(60_000);

const reading = readDefinition("prod.petit", path.join(__dirname, "../.."));
if (!reading.ok || reading.value.kind !== "firm") throw new Error("petit is no sample");
const definition = reading.value;
const live: Firm = {
  ...definition.firm,
  suite: "quadra",
  stage: "live",
  people: { ...definition.firm.people, externals: 10, externalsAtOnce: 2 },
};

async function record(services: Partial<Services>): Promise<readonly RegisteredResource[]> {
  const firm: Firm = { ...live, services: { ...live.services, ...services } };
  return (await recordStack(definition.name, { ...definition, firm })).resources;
}

function hostRules(list: readonly RegisteredResource[]): readonly string[] {
  const rules: unknown = named(list, "network-sessions-rules").inputs["securityRules"];
  if (!Array.isArray(rules)) throw new Error("no rules");
  return rules.map((rule) => (isRecord(rule) ? String(rule["name"]) : ""));
}

describe("Services", () => {
  let none: readonly RegisteredResource[];
  beforeAll(async () => {
    none = await record({});
  });

  test.each(webServiceNames)(
    "A34: %s adds a group and a way out, and nothing else; off removes them",
    async (service) => {
      const word = service.toLowerCase();
      const list = await record({ web: [service] });
      expect(difference(none, list)).toEqual({
        created: [`service-${word}-group`],
        removed: [],
        changed: { "network-sessions-rules": ["securityRules"] },
      });
      // At the end: a preview, which compares by place, shows one rule more.
      expect(hostRules(list)).toEqual([...hostRules(none), `allow-${word}`]);
      expect(difference(list, none).removed).toEqual([`service-${word}-group`]);
    },
  );

  test("A34: a service that comes or goes leaves the rules of the others as they are", async () => {
    const rulesOf = async (web: readonly WebService[]) =>
      named(await record({ web }), "network-sessions-rules").inputs["securityRules"];
    const all = await rulesOf(webServiceNames);
    const two = await rulesOf(["quadraBox", "devisFact"]);
    if (!Array.isArray(all) || !Array.isArray(two)) throw new Error("no rules");
    expect(all.filter((rule) => isRecord(rule) && rule["name"] !== "allow-suivicaisse")).toEqual(
      two,
    );
  });

  test("A33: Quadra Connect is one published application for a group that has no desktop", async () => {
    const application = {
      ...quadraConnect,
      path: String.raw`C:\Quadra\Connect.exe`,
      arguments: "",
    };
    const list = await record({ quadraConnect: application });
    const { created, removed, changed } = difference(none, list);
    expect(created).toEqual([
      "access-quadraconnect",
      "access-quadraconnect-dossiers-storageFileDataSmbShareContributor",
      "access-quadraconnect-hosts-virtualMachineUserLogin",
      "access-quadraconnect-profiles-storageFileDataSmbShareContributor",
      "access-quadraconnect-quadraConnect-desktopVirtualizationUser",
      "desktops-connect-group",
      "desktops-connect-quadraconnect",
      "diagnostics-connect",
      "signin-people-quadraconnect",
    ]);
    expect(removed).toEqual([]);
    expect(changed).toEqual({ "desktops-workspace": ["applicationGroupReferences"] });
    expect(named(list, "desktops-connect-group").inputs).toMatchObject({
      applicationGroupType: "RemoteApp",
    });
    const grant = named(list, "access-quadraconnect-quadraConnect-desktopVirtualizationUser");
    expect(grant.inputs["scope"]).toBe(named(list, "desktops-connect-group").id);
  });

  test("A33: nobody starts it before the firm is live", async () => {
    const firm: Firm = {
      ...live,
      stage: "verified",
      services: { web: [], quadraConnect: { ...quadraConnect, path: "C:\\A.exe", arguments: "" } },
    };
    const { resources } = await recordStack(definition.name, { ...definition, firm });
    expect(resources.filter(({ name }) => name.includes("desktopVirtualizationUser-"))).toEqual([]);
    expect(
      resources.some(
        ({ name }) => name === "access-quadraconnect-quadraConnect-desktopVirtualizationUser",
      ),
    ).toBe(false);
  });
});
