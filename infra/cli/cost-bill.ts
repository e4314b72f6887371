import type { Bill, BillSide } from "../bill/bill";
import { makeForeignSide, makeSide, undatedYear, yearOf } from "../bill/make-side";
import { difference } from "../cost/difference";
import type { PriceList } from "../cost/price-list";
import { readResources } from "../cost/read-resources";
import type { Usage } from "../cost/usage";
import { Failure } from "../engine/failure";
import type { RegisteredResource } from "../resources/registered";
import { deployedResources } from "./cost-deployed";
import { openPrices, openUsage, readJson } from "./cost-files";
import { inputsAt } from "./cost-revision";
import { openInputs, type NamedStack, type StackInputs } from "./inputs";
import { recordHere, type StackRecorder } from "./record-stacks";

export interface BillOptions {
  /** What-if changes of the firm's file, `people.staff=15`. */
  readonly set?: readonly string[];
  /** What to compare with: a git revision, `deployed`, or a `.json` file of resources. @default with `set`: the files without it */
  readonly against?: string;
  /** Usage file. */
  readonly usage?: string;
  /** Prices file. */
  readonly prices?: string;
  /** `deployed` means the embedded Azure. */
  readonly embedded?: boolean;
  /** What is deployed, where that is known already. */
  readonly deployed?: readonly RegisteredResource[];
}

/** The bill of one stack. @throws InputFaults, Failure */
export function bill(stack: NamedStack, options: BillOptions): Promise<Bill> {
  return billsOfStacks(options, openInputs(options.set).of)(stack);
}

/**
 * Makes the bills of any number of stacks, each with what it is compared with; files that concern all
 * are read once. Starts no engine, unless a state is in a backend that only an engine can read.
 * @param readInputs what the files say of a stack, `set` included
 * @throws InputFaults, Failure
 */
export function billsOfStacks(
  options: BillOptions,
  readInputs: (stack: NamedStack) => StackInputs,
  stackRecorder = recordHere(),
): (stack: NamedStack) => Promise<Bill> {
  const said = openUsage(options.usage);
  const prices = openPrices(options.prices);
  return async (stack) => {
    const inputs = readInputs(stack);
    const recorder = new Recorder(stack, stackRecorder);
    const make = { said, prices, year: yearOf(inputs.platform) };
    const after = makeSide({
      ...make,
      source: "the files",
      firm: firmOf(stack, inputs),
      resources: await recorder.record(inputs),
    });
    const before = await makeBefore(stack, options, recorder, inputs, make);
    return {
      stack: stack.text,
      before,
      after,
      difference: before === undefined ? undefined : difference(before.estimate, after.estimate),
      prices,
      year: make.year,
      warnings: inputs.warnings,
    };
  };
}

/** The bill of a file of resources, of whatever program. @throws InputFaults, Failure `input` */
export function billOfFile(file: string, options: BillOptions): Bill {
  const said = openUsage(options.usage);
  const prices = openPrices(options.prices);
  const side = (source: string) =>
    makeForeignSide({ source, resources: resourcesOf(source), said, prices });
  const after = side(file);
  const { against } = options;
  if (against !== undefined && !isFile(against))
    throw new Failure(
      "input",
      `--against ${against} is no file, and ${file} is no stack`,
      "compare a file of resources with another .json file",
    );
  const before = against === undefined ? undefined : side(against);
  return {
    stack: file,
    before,
    after,
    difference: before === undefined ? undefined : difference(before.estimate, after.estimate),
    prices,
    year: undatedYear,
    warnings: [],
  };
}

interface Making {
  readonly said: Usage;
  readonly prices: PriceList;
  readonly year: number;
}

async function makeBefore(
  stack: NamedStack,
  options: BillOptions,
  recorder: Recorder,
  afterInputs: StackInputs,
  make: Making,
): Promise<BillSide | undefined> {
  const { against, set = [] } = options;
  if (against === undefined && set.length === 0) return undefined;
  const unchanged = (): StackInputs => (set.length === 0 ? afterInputs : openInputs().of(stack));
  if (against === undefined) {
    const inputs = unchanged();
    const resources = await recorder.record(inputs);
    return makeSide({ ...make, source: "the files", firm: firmOf(stack, inputs), resources });
  }
  // Where nothing is, nobody uses it. Whose people use the rest, only the files can tell.
  const sideOf = async (resources: readonly RegisteredResource[]): Promise<BillSide> => {
    const side = { ...make, source: against, resources };
    if (resources.length === 0) return makeSide({ ...side, firm: undefined });
    const inputs = unchanged();
    const ofFirm = await recorder.record(inputs);
    return makeSide({ ...side, firm: firmOf(stack, inputs), ofFirm });
  };
  if (against === "deployed") {
    const { deployed, embedded } = options;
    return sideOf(
      deployed ?? (await deployedResources(stack, afterInputs.platform, embedded === true)) ?? [],
    );
  }
  if (isFile(against)) return sideOf(resourcesOf(against));
  const inputs = inputsAt(against, stack);
  const resources = inputs === undefined ? [] : await recorder.record(inputs);
  return makeSide({ ...make, source: against, firm: inputs && firmOf(stack, inputs), resources });
}

/** The people of a firm use its own stack; a site's is too small for figures by person. */
function firmOf({ kind }: NamedStack, { firm }: StackInputs): StackInputs["firm"] {
  return kind === "firm" ? firm : undefined;
}

function isFile(against: string): boolean {
  return against.endsWith(".json");
}

function resourcesOf(file: string): readonly RegisteredResource[] {
  const document = readJson(file);
  try {
    return readResources(document);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure("input", `${file}: ${reason}`, "see infra/cost/README.md");
  }
}

/** Records a stack as several files have it; what says the same registers the same. */
class Recorder {
  private readonly known = new Map<string, Promise<readonly RegisteredResource[]>>();

  constructor(
    private readonly stack: NamedStack,
    private readonly stackRecorder: StackRecorder,
  ) {}

  record({ platform, firm }: StackInputs): Promise<readonly RegisteredResource[]> {
    const key = JSON.stringify({ platform, firm });
    const recording =
      this.known.get(key) ?? this.stackRecorder.record(this.stack, { platform, firm });
    this.known.set(key, recording);
    return recording;
  }
}
