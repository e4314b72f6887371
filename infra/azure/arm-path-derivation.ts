import { typeOfTemplate } from "./arm-ids";
import { namespaceOf } from "./arm-namespaces";
import type { ArmPath } from "./arm-paths";

/** Inputs that carry the whole id of what a resource stands on, where no resource group is asked for. */
const scopeInputs = ["scope", "resourceUri", "scopeId", "resourceId", "resourceScope"];
const managementGroupInputs = ["managementGroupId", "managementGroupName", "groupId"];

/** Inputs that together tell the resource an extension is on. */
const extended = ["providerName", "resourceType", "resourceName"];

/** Inputs that end like names of resources and are none. */
const notNames =
  /^((display|friendly|publisher|first|last|user|domain|offer|plan|sku|groupShort|resourceGroup|role)Name|hostname)$/;

/** Parents that API Management calls by id where all others use names. */
const parentIds =
  /^(api|operation|product|workspace|gateway|tag|group|issue|authorizationProvider|authorization|resolver|contentType|clientApplication)Id$/;

/** Modules whose classes call a parent `name`; elsewhere a `name` beside the resource's own belongs to the body. */
const nameIsParent = /^(web|machinelearningservices)$/;

/** Inputs that open a path where several are asked for: the SDK lists them by the alphabet, not by their place. */
const roots =
  /^(account|automationAccount|azureMonitorWorkspace|catalog|cluster|devCenter|environment|factory|gateway|hub|lab|managedInstance|namespace|networkManager|networkSecurityPerimeter|profile|registry|resource|server|service|storageMover|storageSyncService|vault|workspace)Name$/;

/** Parents whose collection is not the plural of their input: `<module>.<input>`, or the input in any module. */
const collections: Readonly<Record<string, string>> = {
  vmName: "virtualMachines",
  vmScaleSetName: "virtualMachineScaleSets",
  privateZoneName: "privateDnsZones",
  providerName: "resourceProviders",
  "apimanagement.serviceName": "service",
  "batch.accountName": "batchAccounts",
  "cosmosdb.accountName": "databaseAccounts",
  "netapp.accountName": "netAppAccounts",
  "netapp.poolName": "capacityPools",
  "recoveryservices.fabricName": "backupFabrics",
  "recoveryservices.containerName": "protectionContainers",
  "storage.accountName": "storageAccounts",
  "web.name": "sites",
};

/**
 * Path of a class the table does not know, derived from its token and inputs by the habits of ARM and of the SDK:
 * the class in camel case and plural, below its parents, which are the required inputs that look like names; its own
 * name is the optional input called like the class. A derivation: sound in form for every class and right in every
 * detail for most; where an id must match Azure's to the letter the class belongs into the table.
 *
 * @param requiredInputs Inputs the class cannot be made without.
 * @param inputs All inputs of the class.
 */
export function deriveArmPath(
  token: string,
  requiredInputs: readonly string[],
  inputs: readonly string[],
): ArmPath {
  const [, module = "", className = token] = /^[^:]*:(\w+)(?:\/\w+)?:(\w+)$/.exec(token) ?? [];
  const stem = className.replace(
    /(?<=\w)((By|At)[A-Z]\w*|(For|In)(ResourceGroup|Subscription|ManagementGroup))$/,
    "",
  );
  const place = placeOf(requiredInputs);
  const named = requiredInputs.filter(
    (input) =>
      !place.includes(`{${input}}`) &&
      (isName(input) || (module === "apimanagement" && parentIds.test(input))),
  );
  const optional = inputs.filter((input) => !requiredInputs.includes(input));
  const own = ownName(optional, stem) ?? namesake(named, stem);
  const parents = named
    .filter((input) => input !== own && (input !== "name" || nameIsParent.test(module)))
    .toSorted(byPlaceInPath);

  const steps = parents.map((input, index) => {
    const known = collections[`${module}.${input}`] ?? collections[input];
    return `${known ?? plural(without(parents[index - 1], stemOf(input)))}/{${input}}`;
  });
  const collection = plural(without(parents.at(-1), camelCase(stem)));
  const template = [
    place,
    "providers",
    namespaceOf(module),
    ...steps,
    collection,
    // A class without a name of its own stands for the one setting of its parent.
    own === undefined ? "default" : `{${own}}`,
  ].join("/");
  return { token, type: typeOfTemplate(template), template };
}

function isName(input: string): boolean {
  return /(^n|N)ame$/.test(input) && !notNames.test(input);
}

function stemOf(input: string): string {
  return input.replace(/(Resource)?(Name|Id)$/, "");
}

/** The input that most likely holds the name of a class: called like it, ending like it, or simply a name. */
function ownName(inputs: readonly string[], className: string): string | undefined {
  return inputs
    .filter((input) => likeness(input, className) > 0)
    .toSorted((a, b) => likeness(b, className) - likeness(a, className))
    .at(0);
}

/** A required input is a parent unless the class is called like it. */
function namesake(inputs: readonly string[], className: string): string | undefined {
  return inputs.find((input) => likeness(input, className) >= 100);
}

function likeness(input: string, className: string): number {
  const stem = stemOf(input).toLowerCase();
  const name = className.toLowerCase();
  if (stem === name) return 1000;
  if (input === "version" && name.endsWith("version")) return 3;
  if (input.endsWith("Id") && stem !== "" && name.endsWith(stem)) return 1 + stem.length;
  if (/^[a-z]{0,5}id$/i.test(input)) return 0.5;
  if (!isName(input)) return 0;
  if (input === "name") return 2;
  return name.endsWith(stem) ? 100 + stem.length : 1 + sharedWords(stemOf(input), className) * 10;
}

function sharedWords(a: string, b: string): number {
  const words = wordsOf(b);
  return wordsOf(a).filter((word) => words.includes(word)).length;
}

function wordsOf(text: string): string[] {
  return text.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
}

/** A root first, else the name that another one continues, e.g. `galleryName` before `galleryImageName`. */
function byPlaceInPath(a: string, b: string): number {
  return Number(roots.test(b)) - Number(roots.test(a)) || stemOf(a).length - stemOf(b).length;
}

/**
 * A camel-case word without its parent's stem in front: `galleryImage` below `galleryName` is `image`.
 * Never `provider`, whose plural is ARM's own word in every path.
 */
function without(parent: string | undefined, word: string): string {
  const stem =
    parent === undefined ? "" : (collections[parent] ?? `${stemOf(parent)}s`).slice(0, -1);
  const rest = word.toLowerCase().startsWith(stem.toLowerCase()) ? word.slice(stem.length) : word;
  return /^[A-Z]/.test(rest) && rest !== "Provider" ? camelCase(rest) : word;
}

/** `IPAllocation` and `DnsResolver` as `ipAllocation` and `dnsResolver`. */
function camelCase(word: string): string {
  return word.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (head) => head.toLowerCase());
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(ss|x|ch|sh)$/.test(word)) return `${word}es`;
  return word.endsWith("s") ? word : `${word}s`;
}

/** What a path starts with: a scope, a management group, a resource to extend, a resource group or the subscription. */
function placeOf(required: readonly string[]): string {
  const subscription = "/subscriptions/{subscriptionId}";
  if (required.includes("resourceGroupName")) {
    const group = `${subscription}/resourceGroups/{resourceGroupName}`;
    return extended.every((input) => required.includes(input))
      ? `${group}/providers/${extended.map((input) => `{${input}}`).join("/")}`
      : group;
  }
  const scope = required.find((input) => scopeInputs.includes(input));
  if (scope !== undefined) return `/{${scope}}`;
  const managementGroup = required.find((input) => managementGroupInputs.includes(input));
  return managementGroup === undefined
    ? subscription
    : `/providers/Microsoft.Management/managementGroups/{${managementGroup}}`;
}
