import { nativeProvider } from "../../../infra/embedded-azure/packages/native/provider";
import type { Provider, Settings } from "../../../infra/embedded-azure/packages/provider";
import { Store } from "../../../infra/embedded-azure/store/store";
import type { PropertyObject } from "../../../infra/embedded-azure/values/property";

export const settings: Settings = {
  subscriptionId: "6f1d2c3b-0000-4000-8000-000000000001",
  location: undefined,
};
export const groupToken = "azure-native:resources:ResourceGroup";
export const accountToken = "azure-native:storage:StorageAccount";
export const vmToken = "azure-native:compute:VirtualMachine";

/** A provider on an Azure of its own, with a group `rg`. */
export class Fixture {
  readonly store = Store.open(":memory:");
  readonly provider: Provider = nativeProvider(this.store);

  constructor() {
    this.make(groupToken, { resourceGroupName: "rg", location: "francecentral" });
  }

  check(
    token: string,
    news: PropertyObject,
    more: Partial<Parameters<Provider["check"]>[0]> = {},
    own = settings,
  ) {
    const request = {
      token,
      name: "thing",
      olds: {},
      news,
      seed: new Uint8Array(32),
      autonaming: undefined,
    };
    return this.provider.check({ ...request, ...more }, own);
  }

  /** Checks and creates, as an engine does. */
  make(token: string, news: PropertyObject) {
    const { inputs } = this.check(token, news);
    return { inputs, ...this.provider.create({ token, inputs, preview: false }, settings) };
  }

  remove(token: string, id: string): void {
    this.provider.delete({ token, id, inputs: {} }, settings);
  }

  preview(token: string, news: PropertyObject): PropertyObject {
    const { inputs } = this.check(token, news);
    return this.provider.create({ token, inputs, preview: true }, settings).outputs;
  }

  diff(
    token: string,
    oldInputs: PropertyObject,
    news: PropertyObject,
    ignoreChanges: readonly string[] = [],
  ) {
    return this.provider.diff(
      { token, id: "", oldInputs, oldOutputs: {}, news, ignoreChanges },
      settings,
    );
  }
}

export const account = {
  resourceGroupName: "rg",
  accountName: "accountone",
  location: "francecentral",
  kind: "StorageV2",
  sku: { name: "Standard_LRS" },
};
