import { type Group, groups, type Line } from "../../cost/model";
import { priceText, quantityText } from "../language";
import type { StackReport } from "../report";
import { type Html, html } from "../../document/html";
import { nameOf } from "./overview";
import { listTable, section, type Section } from "./parts";
import { type Writing } from "./writing";

type Of<Kind extends Line["kind"]> = Extract<Line, { readonly kind: Kind }>;

/** Every line of the bill, by group, and what has no price. */
export function lineSection({ bill }: StackReport, writing: Writing): Section {
  const { words } = writing;
  const { lines, resources } = bill.after.estimate;
  const priced = lines.filter((line): line is Of<"priced"> => line.kind === "priced");
  const unpriced = lines.filter((line): line is Of<"unpriced"> => line.kind === "unpriced");
  const awaiting = lines.filter((line): line is Of<"awaitsUsage"> => line.kind === "awaitsUsage");
  const tables = groups
    .map((group) => ({ group, of: priced.filter((line) => line.group === group) }))
    .filter(({ of }) => of.length > 0)
    .map(({ group, of }) => groupLines(group, of, writing));
  return section(
    "lines",
    words.lines,
    html`${tables} ${unpriced.length === 0 ? undefined : unpricedLines(unpriced, writing)}
      ${awaiting.length === 0 ? undefined : awaitingLines(awaiting, writing)}
      <p>${resources.free} ${words.freeCount} ${words.sureness}</p>`,
  );
}

function groupLines(group: Group, lines: readonly Of<"priced">[], writing: Writing): Html {
  const { words, language, euros } = writing;
  const name = nameOf(group, writing);
  const rows = lines.map(
    ({ name: item, resource, note, monthlyQuantity, unit, price, monthlyCost }) =>
      html`<tr>
        <th scope="row">
          ${writing.text(item)}<span class="of"
            >${resource.urn === "" ? "" : resource.name}${note === undefined ? "" : ` (${writing.text(note)})`}</span
          >
        </th>
        <td class="number">
          ${quantityText(monthlyQuantity, language)} ${writing.text(unit.text)}
        </td>
        <td class="number">${priceText(price.amount.eur, language)}</td>
        <td class="date">${price.asOf}</td>
        <td>${price.confidence}</td>
        <td class="number">${euros(monthlyCost.eur)}</td>
      </tr> `,
  );
  return html`<h3>${name}</h3>
    ${listTable(
      name,
      [
        words.line,
        { figures: words.quantity },
        { figures: words.unitPrice },
        words.seen,
        words.sure,
        { figures: words.amount },
      ],
      rows,
      { kind: "lines" },
    )} `;
}

function unpricedLines(lines: readonly Of<"unpriced">[], writing: Writing): Html {
  const { words } = writing;
  const rows = lines.map(
    ({ name, resource, reason }) =>
      html`<tr>
        <th scope="row">
          ${writing.text(name)}<span class="of">${resource.urn === "" ? "" : resource.name}</span>
        </th>
        <td>${writing.text(reason)}</td>
      </tr> `,
  );
  return html`<h3 id="unpriced">${words.unpriced}</h3>
    <p>${words.unpricedWhy}</p>
    ${listTable(words.unpriced, [words.line, words.reason], rows)}`;
}

function awaitingLines(lines: readonly Of<"awaitsUsage">[], writing: Writing): Html {
  const { words } = writing;
  const rows = lines.map(
    ({ name, resource, awaits }) =>
      html`<tr>
        <th scope="row">${writing.text(name)}<span class="of">${resource.name}</span></th>
        <td><code>${awaits ?? ""}</code></td>
      </tr> `,
  );
  return html`<h3>${words.awaiting}</h3>
    <p>${words.awaitingWhy}</p>
    ${listTable(words.awaiting, [words.line, "--usage"], rows)}`;
}

/** What is taken for granted of the use. */
export function assumptionSection({ bill }: StackReport, writing: Writing): Section | undefined {
  const { words, language } = writing;
  const { assumptions } = bill.after;
  if (assumptions.length === 0) return undefined;
  const rows = assumptions.map(
    ({ resources, value, unit, because }) =>
      html`<tr>
        <th scope="row">${resources.join(", ")}</th>
        <td class="number">${quantityText(value, language)} ${writing.text(unit)}</td>
        <td class="why">${because[language]}</td>
      </tr> `,
  );
  return section(
    "assumptions",
    words.assumptions,
    listTable(
      words.assumptionsCaption,
      [words.about, { figures: words.value }, words.because],
      rows,
    ),
  );
}
