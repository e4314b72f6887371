import type { JsonObject } from "../values/property";
import { stringsIn } from "../values/secrecy";

/** A property that names a resource by its id. */
export interface NamedUse {
  readonly property: string;
  readonly target: string;
}

/** Text that may look like an id and is none: labels, templates whose ids are made later, what a container is told. */
const freeText =
  /^(tags|description|displayName|friendlyName|metadata|properties\.(template|parameters)|policyRule|template\.containers\[\d+\]\.env)(\.|\[|$)/;

/** Every property of a body that names a resource, resource group or subscription below a subscription. */
export function usesIn(body: JsonObject): readonly NamedUse[] {
  const uses: NamedUse[] = [];
  for (const [property, text] of stringsIn(body))
    if (
      /^\/subscriptions\/[^/]+\/[^/\s]/i.test(text) &&
      !/\s/.test(text) &&
      !freeText.test(property)
    )
      uses.push({ property, target: text.replace(/\/+$/, "") });
  return uses;
}
