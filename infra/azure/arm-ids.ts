/** The parts of a resource's ARM id. */
export interface ArmIdParts {
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  /** E.g. `Microsoft.Network/virtualNetworks/subnets`, spelt as in the id. */
  readonly type: string;
  /** Names along the type, the resource's own last. */
  readonly names: readonly string[];
  /**
   * Id of what the resource stands in or on: the parent resource, else the resource an extension is on, else the
   * group or subscription. Absent for what stands in the tenant itself.
   */
  readonly parentId?: string;
}

const groupType = "Microsoft.Resources/resourceGroups";
const subscriptionType = "Microsoft.Resources/subscriptions";

/**
 * Takes an ARM id apart.
 *
 * @throws Error when the text is not an id of a resource, resource group or subscription.
 */
export function parseArmId(id: string): ArmIdParts {
  const segments = id.split("/").slice(1);
  if (!id.startsWith("/") || segments.includes("")) throw notAnId(id);
  const place = placeOf(segments);
  const provider = segments.findLastIndex((segment) => equalText(segment, "providers"));
  if (provider < 0) return { ...place, ...containerOf(id, segments) };

  const [namespace, ...pairs] = segments.slice(provider + 1);
  if (namespace === undefined || pairs.length < 2 || pairs.length % 2 !== 0) throw notAnId(id);
  const parent = segments.slice(0, pairs.length > 2 ? -2 : provider);
  return {
    ...place,
    type: typeOf(namespace, pairs),
    names: pairs.filter((_, index) => index % 2 === 1),
    ...(parent.length > 0 && { parentId: `/${parent.join("/")}` }),
  };
}

/** ARM type of a path template: namespace and types after its last `/providers/`. */
export function typeOfTemplate(template: string): string {
  const provider = /^.*\/providers\/(.+)$/.exec(template)?.[1];
  if (provider === undefined)
    return template.includes("/resourceGroups/") ? groupType : subscriptionType;
  const [namespace = "", ...pairs] = provider.split("/");
  return typeOf(namespace, pairs);
}

/** Whether two ids mean the same resource: ARM compares ids without case. */
export function sameArmId(a: string, b: string): boolean {
  return equalText(a, b);
}

function typeOf(namespace: string, pairs: readonly string[]): string {
  return [namespace, ...pairs.filter((_, index) => index % 2 === 0)].join("/");
}

function equalText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function placeOf([first, subscriptionId, third, resourceGroup]: readonly string[]): Pick<
  ArmIdParts,
  "subscriptionId" | "resourceGroup"
> {
  if (first === undefined || !equalText(first, "subscriptions")) return {};
  const inGroup = third !== undefined && equalText(third, "resourceGroups");
  return {
    ...(subscriptionId !== undefined && { subscriptionId }),
    ...(inGroup && resourceGroup !== undefined && { resourceGroup }),
  };
}

/** A subscription or a resource group, which have no provider in their id. */
function containerOf(
  id: string,
  segments: readonly string[],
): Pick<ArmIdParts, "type" | "names" | "parentId"> {
  const { subscriptionId, resourceGroup } = placeOf(segments);
  if (segments.length === 2 && subscriptionId !== undefined)
    return { type: subscriptionType, names: [subscriptionId] };
  if (segments.length === 4 && resourceGroup !== undefined)
    return {
      type: groupType,
      names: [resourceGroup],
      parentId: `/${segments.slice(0, 2).join("/")}`,
    };
  throw notAnId(id);
}

function notAnId(id: string): Error {
  return new Error(
    `"${id}" is not an ARM id, it should look like /subscriptions/<id>/resourceGroups/<group>/providers/<namespace>/<type>/<name>`,
  );
}
