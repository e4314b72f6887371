import type { Json, JsonObject } from "../../values/property";

/** A policy definition, as far as it decides what may be created. */
export interface Definition {
  readonly name: string;
  /** `Indexed`: only what has tags and a location. */
  readonly mode: "All" | "Indexed";
  readonly parameters: JsonObject;
  /** The condition of its rule. */
  readonly when: JsonObject;
  /** What happens then; may be an expression. */
  readonly effect: Json;
}

const deny = "deny";
const groupType = "Microsoft.Resources/subscriptions/resourceGroups";
const isGroup = { field: "type", equals: groupType };
const tag = "[concat('tags[', parameters('tagName'), ']')]";
const array = { type: "Array" };
const string = { type: "String" };

/**
 * Azure's own definitions that are evaluated here, by their GUID. Copied in substance from
 * https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions, folders
 * General, Tags, Network and Compute. Further ones count as assigned and deny nothing.
 */
export const builtInDefinitions: Readonly<Record<string, Definition>> = {
  "e56962a6-4747-49cd-b67b-bf8b01975c4c": {
    name: "Allowed locations",
    mode: "Indexed",
    parameters: { listOfAllowedLocations: array },
    when: {
      allOf: [
        { field: "location", notIn: "[parameters('listOfAllowedLocations')]" },
        { field: "location", notEquals: "global" },
        { field: "type", notEquals: "Microsoft.AzureActiveDirectory/b2cDirectories" },
      ],
    },
    effect: deny,
  },
  "e765b5de-1225-4ba3-bd56-1ac6695af988": {
    name: "Allowed locations for resource groups",
    mode: "All",
    parameters: { listOfAllowedLocations: array },
    when: {
      allOf: [isGroup, { field: "location", notIn: "[parameters('listOfAllowedLocations')]" }],
    },
    effect: deny,
  },
  "83a86a26-fd1f-447c-b59d-e51f44264114": {
    name: "Network interfaces should not have public IPs",
    mode: "All",
    parameters: {},
    when: {
      allOf: [
        { field: "type", equals: "Microsoft.Network/networkInterfaces" },
        {
          not: {
            field: "Microsoft.Network/networkInterfaces/ipconfigurations[*].publicIpAddress.id",
            notLike: "*",
          },
        },
      ],
    },
    effect: deny,
  },
  "871b6d14-10aa-478d-b590-94f262ecfa99": {
    name: "Require a tag on resources",
    mode: "Indexed",
    parameters: { tagName: string },
    when: { field: tag, exists: "false" },
    effect: deny,
  },
  "1e30110a-5ceb-460c-a204-c1c3969c6d62": {
    name: "Require a tag and its value on resources",
    mode: "Indexed",
    parameters: { tagName: string, tagValue: string },
    when: { not: { field: tag, equals: "[parameters('tagValue')]" } },
    effect: deny,
  },
  "96670d01-0a4d-4649-9c89-2d3abc0a5025": {
    name: "Require a tag on resource groups",
    mode: "All",
    parameters: { tagName: string },
    when: { allOf: [isGroup, { field: tag, exists: "false" }] },
    effect: deny,
  },
  "8ce3da23-7156-49e4-b145-24f95f9dcb46": {
    name: "Require a tag and its value on resource groups",
    mode: "All",
    parameters: { tagName: string, tagValue: string },
    when: { allOf: [isGroup, { not: { field: tag, equals: "[parameters('tagValue')]" } }] },
    effect: deny,
  },
  "6c112d4e-5bc7-47ae-a041-ea2d9dccd749": {
    name: "Not allowed resource types",
    mode: "All",
    parameters: {
      listOfResourceTypesNotAllowed: array,
      effect: { ...string, defaultValue: "Deny" },
    },
    when: { field: "type", in: "[parameters('listOfResourceTypesNotAllowed')]" },
    effect: "[parameters('effect')]",
  },
  "a08ec900-254a-4555-9bf5-e42af04b5c5c": {
    name: "Allowed resource types",
    mode: "Indexed",
    parameters: { listOfResourceTypesAllowed: array },
    when: { not: { field: "type", in: "[parameters('listOfResourceTypesAllowed')]" } },
    effect: deny,
  },
  "cccc23c7-8427-4f53-ad12-b6a63eb452b3": {
    name: "Allowed virtual machine size SKUs",
    mode: "Indexed",
    parameters: { listOfAllowedSKUs: array },
    when: {
      allOf: [
        { field: "type", equals: "Microsoft.Compute/virtualMachines" },
        {
          not: {
            field: "Microsoft.Compute/virtualMachines/sku.name",
            in: "[parameters('listOfAllowedSKUs')]",
          },
        },
      ],
    },
    effect: deny,
  },
};
