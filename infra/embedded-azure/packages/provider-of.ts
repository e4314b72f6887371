import type { PackageName } from "../sdk/packages";
import type { Store } from "../store/store";
import { directoryProvider } from "./directory/provider";
import { nativeProvider } from "./native/provider";
import type { Provider } from "./provider";
import { randomProvider } from "./random/provider";

/** The stand-in for a package's provider. */
export function providerOf(packageName: PackageName, store: Store): Provider {
  switch (packageName) {
    case "azure-native":
      return nativeProvider(store);
    case "azuread":
      return directoryProvider(store);
    case "random":
      return randomProvider;
  }
}
