import type { Resource } from "../../store/resources";
import type { World } from "../world";

/** What goes along with a resource though its id stands elsewhere. */
export function companionsOf(_world: World, _resource: Resource): readonly Resource[] {
  return [];
}
