import { makeSide, yearOf } from "../../infra/bill/make-side";
import { openPrices } from "../../infra/cli/cost-files";
import { openInputs } from "../../infra/cli/inputs";
import { noUsage } from "../../infra/cost/usage";
import { recordPlatform, recordStack } from "../../infra/stacks/program";

export interface PricedFirms {
  readonly seconds: number;
  /** Of the second half to the first: 1 when the time grows as the number of firms. */
  readonly growth: number;
  readonly peakMiB: number;
}

/** Records and prices that many firms in this process, each like the sample firm with other people. */
export async function priceFirms(count: number): Promise<PricedFirms> {
  const inputs = openInputs();
  const stack = inputs.resolve("dupont", "prod");
  const { platform, firm } = inputs.of(stack);
  if (firm === undefined) throw new Error("the sample firm is no firm");
  const prices = openPrices(undefined);
  const outputs = await recordPlatform(platform);
  const halves = [0, 0];
  let peakMiB = 0;
  for (let index = 0; index < count; index += 1) {
    const began = process.hrtime.bigint();
    const one = { ...firm, people: { ...firm.people, staff: 1 + (index % 60) } };
    const { resources } = await recordStack(stack, { platform, firm: one }, async () => outputs);
    makeSide({
      source: "bench",
      firm: one,
      resources,
      said: noUsage,
      prices,
      year: yearOf(platform),
    });
    const half = index * 2 < count ? 0 : 1;
    halves[half] = (halves[half] ?? 0) + Number(process.hrtime.bigint() - began) / 1e9;
    if (index % 50 === 0) peakMiB = Math.max(peakMiB, process.memoryUsage.rss() / 1024 / 1024);
  }
  const [first = 0, second = 0] = halves;
  return { seconds: first + second, growth: second / first, peakMiB };
}
