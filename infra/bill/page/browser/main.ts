import { Decimal } from "../../../cost/money";
import { type Plan, plans, type Position, simulate, type Simulation } from "../simulate";
import type { SimulatorData } from "../simulator";
import { checkedValue, element, elementOrNone } from "./dom";
import { isMore, largest, share, toneOf, writingIn, type Writing } from "../writing";

// The page's script: reads the sliders, reckons as the command does, shows and says the outcome.

declare function setTimeout(work: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number | undefined): void;

/** A screen reader hears the outcome when the slider rests, not each step of the way. */
const restMilliseconds = 400;

function start(data: SimulatorData): void {
  const writing = writingIn(data.language);
  const form = element("simulator");
  let timer: number | undefined;
  const refresh = () => {
    const position = readPosition();
    const simulation = simulate(data.variants, position);
    const said =
      simulation === undefined
        ? writing.words.noPrice
        : show(simulation, position, new Decimal(data.billed), writing);
    if (simulation === undefined) element("simulated-note").textContent = said;
    clearTimeout(timer);
    timer = setTimeout(() => (element("spoken").textContent = said), restMilliseconds);
  };
  form.hidden = false;
  form.addEventListener("input", refresh);
  // A form has its old values back only after the event.
  form.addEventListener("reset", () => setTimeout(refresh, 0));
  refresh();
}

function readPosition(): Position {
  const plan = checkedValue("plan");
  return {
    staff: Number(element("staff").value),
    hours: Number(element("hours").value),
    redundancy: checkedValue("redundancy"),
    plan: plans.find((one): one is Plan => one === plan) ?? "none",
  };
}

/** @returns the outcome in a sentence */
function show(
  { groups, total, perPerson, variant, planAgainstHours }: Simulation,
  { staff, hours }: Position,
  billed: Decimal,
  writing: Writing,
): string {
  const { words, euros, change, colon } = writing;
  for (const [id, value, unit] of [
    ["staff", staff, words.people],
    ["hours", hours, "h"],
  ] as const) {
    element(`${id}-value`).textContent = `${value} ${unit}`;
    element(id).setAttribute("aria-valuetext", `${value} ${unit}`);
  }
  const most = largest(groups.map(({ eur }) => eur));
  for (const { group, eur } of groups) {
    element(`sum-${group}`).textContent = euros(eur);
    element(`bar-${group}`).style.setProperty("--size", `${share(eur, most)}%`);
    element(`row-${group}`).hidden = eur.isZero();
  }
  const difference = total.minus(billed);
  const personText = `${euros(perPerson)} ${words.perPerson.toLowerCase()}`;
  const changeText = `${change(difference)} (${words.billed} ${euros(billed)})`;
  element("simulated-total").textContent = euros(total);
  element("simulated-person").textContent = personText;
  element("simulated-change").textContent = changeText;
  element("simulated-change").className = toneOf(difference);
  element("simulated-hosts").textContent =
    `${words.hosts}${colon} ${variant.hosts.count} × ${variant.hosts.size}`;
  const note = noteOf(planAgainstHours, variant.unpriced, writing);
  element("simulated-note").textContent = note;
  return [`${euros(total)} ${words.beforeTax}`, personText, note]
    .filter((part) => part !== "")
    .join(". ");
}

function noteOf(
  planAgainstHours: Decimal | undefined,
  unpriced: number,
  { words, euros }: Writing,
): string {
  const plan =
    planAgainstHours === undefined
      ? ""
      : `${isMore(planAgainstHours) ? words.planLoses : words.planSaves} ${euros(planAgainstHours.abs())}.`;
  const missing = unpriced === 0 ? "" : `${unpriced} ${words.unpricedShort}.`;
  return [plan, missing].filter((part) => part !== "").join(" ");
}

const data = elementOrNone("simulator-data")?.textContent;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this program, in simulator.ts
if (data !== undefined && data !== null) start(JSON.parse(data) as SimulatorData);
