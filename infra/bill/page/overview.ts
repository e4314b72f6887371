import { type Group, groups } from "../../cost/model";
import { Decimal } from "../../cost/money";
import { groupNames, numberText, percentText } from "../language";
import { peopleOf, type StackReport } from "../report";
import { type Html, html } from "../../document/html";
import { bar, listTable, scrolling, type Section, section } from "./parts";
import { largest, share, toneOf, type Writing } from "./writing";

/** The sums of the month, large. */
export function monthSection({ bill }: StackReport, writing: Writing): Section {
  const { words, language, euros, change } = writing;
  const { before, after, difference } = bill;
  const { total, range } = after.estimate;
  const people = peopleOf(after);
  const cards = [
    before === undefined
      ? undefined
      : card(words.today, euros(before.estimate.total.eur), sourceText(before.source, writing)),
    card(
      before === undefined ? words.total : words.after,
      euros(total.eur),
      html`${words.beforeTax}`,
      "main",
    ),
    difference === undefined
      ? undefined
      : card(
          words.change,
          change(difference.total.change.eur),
          html`${percentText(difference.total.percent, language)}`,
          toneOf(difference.total.change.eur),
        ),
    people === undefined
      ? undefined
      : card(words.perPerson, euros(total.eur.div(people)), perPersonNote(bill, people, writing)),
  ];
  return section(
    "month",
    words.month,
    html`<dl class="cards">${cards.filter((one) => one !== undefined)}</dl>
      <p class="range">
        <strong>${words.range}${writing.colon}</strong> ${euros(range.low.eur)} ${words.rangeTo}
        ${euros(range.high.eur)},
        ${words.rangeWhy}${unpricedNote(after.estimate.lineCounts.unpriced, writing)}
      </p>
      ${budgetLine(after.firm?.budget, total.eur, writing)}`,
  );
}

function card(label: string, value: string, note: Html, tone = ""): Html {
  return html`<div class="card ${tone}">
    <dt>${label}</dt>
    <dd><span class="value">${value}</span> <span class="note">${note}</span></dd>
  </div>`;
}

function sourceText(source: string, { words, colon, text }: Writing): Html {
  return html`${words.comparedWith}${colon} ${text(source)}`;
}

function perPersonNote({ before }: StackReport["bill"], people: number, writing: Writing): Html {
  const { words, euros } = writing;
  const earlier = before === undefined ? undefined : peopleOf(before);
  const was =
    before === undefined || earlier === undefined
      ? undefined
      : html`; ${words.before} ${euros(before.estimate.total.eur.div(earlier))}`;
  return html`${people} ${words.people}${was}`;
}

function unpricedNote(count: number, { words }: Writing): Html | undefined {
  return count === 0 ? undefined : html`; <a href="#unpriced">${count} ${words.unpricedShort}</a>`;
}

function budgetLine(
  budget: NonNullable<StackReport["bill"]["after"]["firm"]>["budget"] | undefined,
  total: Decimal,
  { words, language, euros, colon }: Writing,
): Html | undefined {
  if (budget === undefined || budget.kind === "none") return undefined;
  const percent = total.div(budget.euros).times(100);
  const tone = percent.gt(100) ? "more" : percent.gte(80) ? "near" : "fine";
  return html`<div class="budget ${tone}">
    <p>
      ${words.budget}${colon}
      <strong>${numberText(percent, language, 0)} %</strong> ${words.ofBudget}
      ${euros(new Decimal(budget.euros))}
    </p>
    <div class="track" aria-hidden="true">
      ${bar("after", share(Decimal.min(total, budget.euros), new Decimal(budget.euros)))}
    </div>
  </div>`;
}

/** Groups with their bars, before and after. */
export function groupSection({ bill }: StackReport, writing: Writing): Section {
  const { words, language, euros, change } = writing;
  const { before, after } = bill;
  const rows = groups
    .map((group) => ({
      group,
      now: before?.estimate.groups[group].eur,
      later: after.estimate.groups[group].eur,
    }))
    .filter(({ now, later }) => !later.isZero() || now?.isZero() === false);
  const most = largest(
    rows.flatMap(({ now, later }) => (now === undefined ? [later] : [now, later])),
  );
  const total = after.estimate.total.eur;
  const body = rows.map(
    ({ group, now, later }) =>
      html`<tr>
        <th scope="row">${nameOf(group, writing)}</th>
        <td class="bars" aria-hidden="true">
          ${now === undefined ? undefined : bar("before", share(now, most))}${bar("after", share(later, most))}
        </td>
        ${now === undefined ? undefined : html`<td class="number">${euros(now)}</td>`}
        <td class="number">${euros(later)}</td>
        ${now === undefined ? html`<td class="number soft">${percentOf(later, total, language)}</td>` : html`<td class="number ${toneOf(later.minus(now))}">${change(later.minus(now))}</td>`}
      </tr> `,
  );
  const sum = before?.estimate.total.eur;
  const heads =
    sum === undefined
      ? html`<th scope="col" class="number">${words.amount}</th>
          <th scope="col" class="number">%</th>`
      : html`<th scope="col" class="number"><span class="key before"></span>${words.today}</th>
          <th scope="col" class="number"><span class="key after"></span>${words.after}</th>
          <th scope="col" class="number">${words.change}</th>`;
  return section(
    "groups",
    words.groups,
    scrolling(
      words.groupsCaption,
      html`<table class="groups">
        <caption class="unseen">
          ${words.groupsCaption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.group}</th>
            <td aria-hidden="true"></td>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${words.total}</th>
            <td aria-hidden="true"></td>
            ${sum === undefined ? undefined : html`<td class="number">${euros(sum)}</td>`}
            <td class="number">${euros(total)}</td>
            ${sum === undefined ? html`<td class="number soft">100 %</td>` : html`<td class="number ${toneOf(total.minus(sum))}">${change(total.minus(sum))}</td>`}
          </tr>
        </tfoot>
      </table>`,
    ),
  );
}

export function nameOf(group: Group, { language }: Writing): string {
  return groupNames[group][language];
}

function percentOf(part: Decimal, whole: Decimal, language: Writing["language"]): string {
  return whole.isZero() ? "" : `${numberText(part.div(whole).times(100), language, 0)} %`;
}

/** The difference, line by line. */
export function changeSection({ bill }: StackReport, writing: Writing): Section | undefined {
  const { words, language, euros, change } = writing;
  const { difference } = bill;
  if (difference === undefined) return undefined;
  if (difference.changes.length === 0)
    return section("changes", words.changes, html`<p>${words.noChange}</p>`);
  const rows = difference.changes.map(
    ({ before, after, costBefore, costAfter, change: by, percent, cause }) => {
      const line = after ?? before;
      return html`<tr>
        <th scope="row">
          ${writing.text(line?.name ?? "")}<span class="of"
            >${line?.resource.urn === "" ? "" : (line?.resource.name ?? "")}</span
          >
        </th>
        <td class="number">${before?.kind === "priced" ? euros(costBefore.eur) : "–"}</td>
        <td class="number">${after?.kind === "priced" ? euros(costAfter.eur) : "–"}</td>
        <td class="number ${toneOf(by.eur)}">${change(by.eur)}</td>
        <td class="number soft">${by.eur.isZero() ? "–" : percentText(percent, language)}</td>
        <td class="why">${writing.text(cause)}</td>
      </tr> `;
    },
  );
  const { total } = difference;
  return section(
    "changes",
    words.changes,
    listTable(
      words.changesCaption,
      [
        words.line,
        { figures: words.today },
        { figures: words.after },
        { figures: words.change },
        { figures: "%" },
        words.cause,
      ],
      rows,
      {
        foot: html`<tr>
          <th scope="row">${words.total}</th>
          <td class="number">${euros(total.before.eur)}</td>
          <td class="number">${euros(total.after.eur)}</td>
          <td class="number ${toneOf(total.change.eur)}">${change(total.change.eur)}</td>
          <td class="number soft">${percentText(total.percent, language)}</td>
          <td></td>
        </tr>`,
      },
    ),
  );
}
