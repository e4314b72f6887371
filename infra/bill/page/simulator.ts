import { groups } from "../../cost/model";
import type { StackReport } from "../report";
import { type Html, html, jsonInHtml } from "../../document/html";
import { hostLines } from "./make-variant";
import { nameOf } from "./overview";
import { section, type Section } from "./parts";
import { type Plan, plans, type Position, type Variant } from "./simulate";
import { type Writing } from "./writing";

/** What the page's script reads. */
export interface SimulatorData {
  readonly language: Writing["language"];
  readonly variants: readonly Variant[];
  readonly start: Position;
  /** Euros of the bill, in all its digits. */
  readonly billed: string;
}

const mostHours = 730;

/** The sliders; undefined where the command made nothing to choose from. */
export function simulatorSection(
  { bill }: StackReport,
  variants: readonly Variant[],
  writing: Writing,
): Section | undefined {
  const { words } = writing;
  const { firm, estimate } = bill.after;
  const hours = hostLines(bill.after).hours;
  if (firm === undefined || hours === undefined || variants.length === 0) return undefined;
  const start: Position = {
    staff: firm.people.staff,
    redundancy: firm.data.redundancy,
    hours: hours.toDecimalPlaces(0).toNumber(),
    plan: "none",
  };
  const staffs = [...new Set(variants.map(({ staff }) => staff))].toSorted((a, b) => a - b);
  const redundancies = [...new Set(variants.map(({ redundancy }) => redundancy))];
  const offered = plans.filter(
    (plan) => plan === "none" || variants.some(({ hosts }) => hosts.plans[plan] !== null),
  );
  const data: SimulatorData = {
    language: writing.language,
    variants,
    start,
    billed: estimate.total.eur.toFixed(),
  };
  const step = (staffs[1] ?? start.staff + 1) - (staffs[0] ?? start.staff);
  return section(
    "what-if",
    words.what,
    html`<p>${words.whatWhy}</p>
      <form class="simulator" id="simulator" hidden>
        <div class="controls">
          ${slider("staff", words.staff, staffs[0] ?? start.staff, staffs.at(-1) ?? start.staff, step, start.staff)}
          ${slider("hours", words.hours, 0, mostHours, 1, start.hours)}
          ${radios(
            "redundancy",
            words.redundancy,
            redundancies.map((value) => [value, redundancyName(value, writing)]),
            start.redundancy,
          )}
          ${radios(
            "plan",
            words.plan,
            offered.map((value) => [value, planName(value, writing)]),
            start.plan,
          )}
          <button type="reset">${words.reset}</button>
        </div>
        <div class="outcome">
          <p class="big">
            <span id="simulated-total"></span> <span class="note">${words.beforeTax}</span>
          </p>
          <p><strong id="simulated-person"></strong> · <span id="simulated-change"></span></p>
          <p><span id="simulated-hosts"></span></p>
          <table class="groups">
            <caption class="unseen">
              ${words.groupsCaption}
            </caption>
            <thead>
              <tr>
                <th scope="col">${words.group}</th>
                <td aria-hidden="true"></td>
                <th scope="col" class="number">${words.simulated}</th>
              </tr>
            </thead>
            <tbody>
              ${groups.map(
                (group) =>
                  html`<tr id="row-${group}">
                    <th scope="row">${nameOf(group, writing)}</th>
                    <td class="bars" aria-hidden="true">
                      <span class="bar after" id="bar-${group}"></span>
                    </td>
                    <td class="number" id="sum-${group}"></td>
                  </tr>`,
              )}
            </tbody>
          </table>
          <p class="note" id="simulated-note"></p>
        </div>
        <p class="unseen" role="status" id="spoken"></p>
      </form>
      <noscript><p>${words.noScript}</p></noscript>
      <script type="application/json" id="simulator-data">
        ${jsonInHtml(data)}
      </script>`,
  );
}

function slider(
  id: string,
  label: string,
  min: number,
  max: number,
  step: number,
  value: number,
): Html {
  return html`<div class="slider">
    <label for="${id}">${label}</label>
    <span class="position" id="${id}-value" aria-hidden="true">${value}</span>
    <input
      type="range"
      id="${id}"
      name="${id}"
      min="${min}"
      max="${max}"
      step="${step}"
      value="${value}"
    /><span class="ends" aria-hidden="true"><span>${min}</span><span>${max}</span></span>
  </div>`;
}

function radios(
  name: string,
  legend: string,
  choices: readonly (readonly [value: string, label: string])[],
  start: string,
): Html {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${choices.map(
      ([value, label]) =>
        html`<label
          ><input
            type="radio"
            name="${name}"
            value="${value}"
            ${value === start ? html`checked` : undefined}
          />
          ${label}</label
        >`,
    )}
  </fieldset>`;
}

function redundancyName(value: string, { words }: Writing): string {
  return value === "local" || value === "zone" || value === "geo" ? words[value] : value;
}

function planName(plan: Plan, { words }: Writing): string {
  return words[plan];
}
