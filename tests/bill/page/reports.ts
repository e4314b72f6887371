import { readFileSync } from "node:fs";
import path from "node:path";
import type { BillSide } from "../../../infra/bill/bill";
import { makeForeignSide, makeSide } from "../../../infra/bill/make-side";
import { compareOnPremise, hostedMonth, readOnPremise } from "../../../infra/bill/on-premise";
import { bundleScript } from "../../../infra/bill/page/bundle";
import { makeVariant } from "../../../infra/bill/page/make-variant";
import { renderPage, type PageInput } from "../../../infra/bill/page/render-page";
import type { Variant } from "../../../infra/bill/page/simulate";
import type { StackReport } from "../../../infra/bill/report";
import { openInputs } from "../../../infra/cli/inputs";
import { loadBook } from "../../../infra/cost/book/load-book";
import { bookPath } from "../../../infra/cost/book/rebuild";
import { difference } from "../../../infra/cost/difference";
import { PriceList } from "../../../infra/cost/price-list";
import { noUsage, type Usage } from "../../../infra/cost/usage";
import type { Firm } from "../../../infra/firm/firm";
import type { RegisteredResource } from "../../../infra/resources/registered";
import { recordStack } from "../../../infra/stacks/program";

export const prices = new PriceList(loadBook(bookPath));

/** What the sample firm registers, with changes to its file. */
export interface Recorded {
  readonly firm: Firm;
  readonly resources: readonly RegisteredResource[];
}

export async function recorded(...set: readonly string[]): Promise<Recorded> {
  const inputs = openInputs(set);
  const stack = inputs.resolve("dupont", "prod");
  const of = inputs.of(stack);
  if (of.firm === undefined) throw new Error("dupont is a firm");
  const { resources } = await recordStack(stack, of);
  return { firm: of.firm, resources };
}

export const year = 2026;

export function sideOf({ firm, resources }: Recorded, said: Usage = noUsage): BillSide {
  return makeSide({ source: "the files", firm, resources, said, prices, year });
}

export function variantOf(one: Recorded): Variant {
  return makeVariant(sideOf(one), one.firm, prices);
}

const onPremiseFile = path.resolve(__dirname, "../../../infra/bill/on-premise.yaml");

export function reportOf(after: BillSide, before?: BillSide): StackReport {
  const reading = readOnPremise(onPremiseFile, readFileSync(onPremiseFile));
  if (!reading.ok) throw new Error("on-premise.yaml is read");
  const people = after.firm?.people.staff;
  return {
    bill: {
      stack: "prod.dupont",
      before,
      after,
      difference: before === undefined ? undefined : difference(before.estimate, after.estimate),
      prices,
      year,
      warnings: [],
    },
    verdicts: [],
    options: undefined,
    onPremise:
      people === undefined
        ? undefined
        : compareOnPremise(reading.value, people, hostedMonth(after.estimate), 1),
  };
}

/** A program that is not ours. */
export function foreignReport(resources: readonly RegisteredResource[]): StackReport {
  return reportOf(makeForeignSide({ source: "program.json", resources, said: noUsage, prices }));
}

const folder = path.resolve(__dirname, "../../../infra/bill/page");

export const pageScript: string = bundleScript(path.join(folder, "browser/main.ts"));
const style = readFileSync(path.join(folder, "page.css"), "utf8");

export function pageOf(
  report: StackReport,
  variants: readonly Variant[] = [],
  language: PageInput["language"] = "fr",
): string {
  return renderPage({
    report,
    variants,
    language,
    today: { year: 2026, month: 11, day: 24 },
    style,
    script: pageScript,
  });
}
