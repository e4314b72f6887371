import { one } from "../money";
import { NotPriceable } from "../reading";
import { units } from "../units";
import { diskFindings } from "./disk-kinds";
import { type Family, used } from "./family";

export const managedDisks: Family = {
  name: "Managed disks",
  group: "storage",
  types: ["compute:Disk"],
  usage: ["monthlyDiskOperations", "monthlyBurstTransactions"],
  *findings(context) {
    const { inputs } = context;
    const sku = inputs.text("sku.name");
    if (sku === undefined) throw new NotPriceable("sku.name is missing");
    const bursting = inputs.flag("burstingEnabled");
    yield* diskFindings(
      context,
      {
        sku,
        sizeGib: inputs.amount("diskSizeGB"),
        iops: inputs.amount("diskIOPSReadWrite"),
        megabytesPerSecond: inputs.amount("diskMBpsReadWrite"),
        tier: inputs.text("tier"),
        shares: inputs.count("maxShares"),
        bursting,
      },
      { slot: "disk", prefix: "", count: one, operations: "monthlyDiskOperations" },
    );
    if (bursting)
      yield used(
        context,
        "burst-transactions",
        "Premium SSD burst transactions",
        `disk/premium-ssd/burst-transactions/${sku.toLowerCase().endsWith("zrs") ? "zrs" : "lrs"}`,
        units.operations10k,
        "monthlyBurstTransactions",
      );
  },
};
