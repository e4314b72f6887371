import { setByHand } from "../../../infra/embedded-azure/by-hand/change";
import { entryFor } from "../../../infra/embedded-azure/by-hand/entry";
import { directoryProvider } from "../../../infra/embedded-azure/packages/directory/provider";
import { nativeProvider } from "../../../infra/embedded-azure/packages/native/provider";
import { Store } from "../../../infra/embedded-azure/store/store";
import type { PropertyObject } from "../../../infra/embedded-azure/values/property";

export const settings = {
  subscriptionId: "6f1d2c3b-0000-4000-8000-000000000001",
  location: "francecentral",
};

/** A network, a host pool and a group of the directory. */
export class Fixture {
  readonly store = Store.open(":memory:");
  private readonly native = nativeProvider(this.store);

  constructor() {
    this.make("azure-native:resources:ResourceGroup", {});
    this.make("azure-native:network:VirtualNetwork", {
      virtualNetworkName: "net",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    this.make("azure-native:network:Subnet", {
      virtualNetworkName: "net",
      subnetName: "hosts",
      addressPrefix: "10.0.1.0/24",
    });
    this.make("azure-native:network:NetworkInterface", {
      networkInterfaceName: "nic",
      ipConfigurations: [{ name: "one", subnet: { id: this.idOf("hosts") } }],
    });
    this.make("azure-native:desktopvirtualization:HostPool", {
      hostPoolName: "pool",
      hostPoolType: "Pooled",
      loadBalancerType: "BreadthFirst",
      preferredAppGroupType: "Desktop",
      maxSessionLimit: 8,
      tags: { owner: "somebody" },
    });
    directoryProvider(this.store).create(
      {
        token: "azuread:index/group:Group",
        inputs: { displayName: "Users", securityEnabled: true },
        preview: false,
      },
      settings,
    );
  }

  make(token: string, news: PropertyObject) {
    const inputs = { resourceGroupName: "rg", location: "francecentral", ...news };
    const { location: _location, ...placed } = inputs;
    const isChild = token.endsWith(":Subnet");
    return this.native.create(
      { token, inputs: isChild ? placed : inputs, preview: false },
      settings,
    );
  }

  read(token: string, id: string, inputs: PropertyObject, outputs: PropertyObject) {
    return this.native.read({ token, id, oldInputs: inputs, oldOutputs: outputs }, settings);
  }

  idOf(target: string): string {
    return entryFor(this.store, target).id;
  }

  body(target: string) {
    const entry = entryFor(this.store, target);
    return entry.kind === "resource" ? entry.resource.body : entry.object.body;
  }

  set(target: string, path: string, text: string) {
    return setByHand(this.store, target, [{ path, text }]);
  }
}
