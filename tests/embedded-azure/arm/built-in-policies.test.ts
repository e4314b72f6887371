import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { inGroup, subscription } from "../support/azure";
import {
  net,
  nic,
  machine,
  address,
  builtIn,
  assigned,
  locations,
  france,
  inFrance,
  abroad,
} from "../support/policies";

interface Case {
  readonly policy: string;
  readonly parameters?: Readonly<Record<string, JsonObject[string]>>;
  readonly denied: readonly [id: string, body: JsonObject];
  readonly allowed: readonly [id: string, body: JsonObject];
}

const withAddress = {
  ipConfigurations: [{ name: "ip" }, { name: "b", publicIPAddress: { id: address } }],
};

const cases: readonly (readonly [string, Case])[] = [
  [
    "Allowed locations",
    {
      policy: locations,
      parameters: france,
      denied: [net, abroad],
      allowed: [net, { location: "francecentral" }],
    },
  ],
  [
    "Allowed locations for resource groups",
    {
      policy: "e765b5de-1225-4ba3-bd56-1ac6695af988",
      parameters: france,
      denied: [`${subscription}/resourceGroups/two`, abroad],
      allowed: [net, abroad],
    },
  ],
  [
    "Network interfaces should not have public IPs",
    {
      policy: "83a86a26-fd1f-447c-b59d-e51f44264114",
      denied: [nic, withAddress],
      allowed: [nic, { ipConfigurations: [{ name: "ip" }] }],
    },
  ],
  [
    "Require a tag on resources",
    {
      policy: "871b6d14-10aa-478d-b590-94f262ecfa99",
      parameters: { tagName: "firm" },
      denied: [net, { ...inFrance, tags: { other: "x" } }],
      allowed: [net, { ...inFrance, tags: { FIRM: "dupont" } }],
    },
  ],
  [
    "Require a tag and its value on resources",
    {
      policy: "1e30110a-5ceb-460c-a204-c1c3969c6d62",
      parameters: { tagName: "service", tagValue: "cabinet" },
      denied: [net, { ...inFrance, tags: { service: "other" } }],
      allowed: [net, { ...inFrance, tags: { service: "Cabinet" } }],
    },
  ],
  [
    "Require a tag on resource groups",
    {
      policy: "96670d01-0a4d-4649-9c89-2d3abc0a5025",
      parameters: { tagName: "firm" },
      denied: [`${subscription}/resourceGroups/two`, inFrance],
      allowed: [net, inFrance],
    },
  ],
  [
    "Require a tag and its value on resource groups",
    {
      policy: "8ce3da23-7156-49e4-b145-24f95f9dcb46",
      parameters: { tagName: "firm", tagValue: "dupont" },
      denied: [`${subscription}/resourceGroups/two`, { ...inFrance, tags: { firm: "petit" } }],
      allowed: [`${subscription}/resourceGroups/two`, { ...inFrance, tags: { firm: "dupont" } }],
    },
  ],
  [
    "Not allowed resource types",
    {
      policy: "6c112d4e-5bc7-47ae-a041-ea2d9dccd749",
      parameters: { listOfResourceTypesNotAllowed: ["Microsoft.Network/bastionHosts"] },
      denied: [inGroup("Microsoft.Network/bastionHosts/bas"), inFrance],
      allowed: [net, inFrance],
    },
  ],
  [
    "Allowed resource types",
    {
      policy: "a08ec900-254a-4555-9bf5-e42af04b5c5c",
      parameters: { listOfResourceTypesAllowed: ["Microsoft.Network/virtualNetworks"] },
      denied: [machine, inFrance],
      allowed: [net, inFrance],
    },
  ],
  [
    "Allowed virtual machine size SKUs",
    {
      policy: "cccc23c7-8427-4f53-ad12-b6a63eb452b3",
      parameters: { listOfAllowedSKUs: ["Standard_D8as_v5"] },
      denied: [machine, { ...inFrance, hardwareProfile: { vmSize: "Standard_M128" } }],
      allowed: [machine, { ...inFrance, hardwareProfile: { vmSize: "Standard_D8as_v5" } }],
    },
  ],
];

describe.each(cases)("Azure's own policy: %s", (name, { policy, parameters, denied, allowed }) => {
  test("rejects what it denies", () => {
    const azure = assigned(builtIn(policy), parameters);
    expect(() => azure.create(...denied)).toThrow(
      /^Status=403 Code="RequestDisallowedByPolicy" Message="Resource '\w+' was disallowed by policy. Policy identifiers/,
    );
    expect(() => azure.create(...denied)).toThrow(
      `"policyDefinition":{"name":"${name}","id":"${builtIn(policy)}"}`,
    );
  });

  test("takes everything else", () => {
    expect(assigned(builtIn(policy), parameters).create(...allowed).revision).toBe(1);
  });
});
