import { create, write } from "../../../infra/embedded-azure/arm/write";
import { remove } from "../../../infra/embedded-azure/arm/remove";
import type { Wish, World } from "../../../infra/embedded-azure/arm/world";
import { worldIn } from "../../../infra/embedded-azure/arm/world-in";
import { Store } from "../../../infra/embedded-azure/store/store";
import type { Resource } from "../../../infra/embedded-azure/store/resources";
import type { JsonObject } from "../../../infra/embedded-azure/values/property";

export const subscription = "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001";
export const group = `${subscription}/resourceGroups/rg`;

/** Id of something in the group `rg`, e.g. `Microsoft.Network/virtualNetworks/net`. */
export function inGroup(path: string): string {
  return `${group}/providers/${path}`;
}

/** An Azure in memory for tests of the model, without any provider. */
export class TestAzure {
  readonly store = Store.open(":memory:");
  private time = new Date("2026-03-01T09:00:00Z");

  get world(): World {
    return worldIn(this.store, "6f1d2c3b-0000-4000-8000-000000000001", this.time);
  }

  /** With a resource group to work in. */
  static withGroup(): TestAzure {
    const azure = new TestAzure();
    azure.create(group, { location: "francecentral" });
    return azure;
  }

  /** Makes a resource. */
  create(id: string, body: JsonObject = {}, secretPaths: readonly string[] = []): Resource {
    return this.store.transaction(() => create(this.world, wish(id, body, secretPaths)));
  }

  /** Puts a resource, whether it is there or not. */
  put(id: string, body: JsonObject = {}, secretPaths: readonly string[] = []): Resource {
    return this.store.transaction(() => write(this.world, wish(id, body, secretPaths)));
  }

  remove(id: string): void {
    this.store.transaction(() => {
      remove(this.world, id);
    });
  }

  get(id: string): Resource | undefined {
    return this.store.resources.get(id);
  }

  /** The body of a resource that is there. */
  body(id: string): JsonObject {
    const resource = this.get(id);
    if (resource === undefined) throw new Error(`${id} is not there`);
    return resource.body;
  }

  /** Lets time pass, in hours. */
  wait(hours: number): void {
    this.time = new Date(this.time.getTime() + hours * 3_600_000);
    // Whoever asks next finds gone what is over.
    void this.world;
  }

  /** All ids, short: without subscription and group. */
  ids(): readonly string[] {
    return this.store.resources
      .below(subscription)
      .map(({ id }) => id.replace(`${group}/providers/`, "").replace(`${subscription}/`, ""));
  }
}

function wish(id: string, body: JsonObject, secretPaths: readonly string[]): Wish {
  return { id, token: "", body, secretPaths: new Set(secretPaths) };
}
