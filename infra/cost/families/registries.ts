import { Decimal, daysPerMonth } from "../money";
import { entryOf, NotPriceable } from "../reading";
import { units } from "../units";
import { type Family, metered, used } from "./family";

/** GB of images in the price: https://azure.microsoft.com/pricing/details/container-registry */
const includedGb: Readonly<Record<string, number>> = { basic: 10, standard: 100, premium: 500 };

export const containerRegistries: Family = {
  name: "Container registries",
  group: "other",
  types: ["containerregistry:Registry"],
  usage: ["storageGb", "buildVcpuSeconds"],
  *findings(context) {
    const sku = context.inputs.choice("sku.name") ?? "basic";
    const included = entryOf(includedGb, sku);
    if (included === undefined) throw new NotPriceable(`no registry has the SKU "${sku}"`);
    yield metered(
      "registry",
      `Container registry ${sku}`,
      `container-registry/${sku}`,
      units.days,
      daysPerMonth,
    );
    yield used(
      context,
      "storage",
      `Container images above ${included} GB`,
      "container-registry/storage",
      units.gbHeld,
      "storageGb",
      { above: new Decimal(included) },
    );
    yield used(
      context,
      "builds",
      "Container builds",
      "container-registry/build-seconds",
      units.seconds,
      "buildVcpuSeconds",
    );
  },
};
