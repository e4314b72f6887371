import { Decimal } from "../../cost/money";
import { quantityText } from "../language";
import type { OnPremiseComparison, ServerCost } from "../on-premise";
import { type PaymentOption, paymentOptions } from "../options";
import type { StackReport } from "../report";
import { type Html, html } from "../../document/html";
import { bar, listTable, scrolling, section, type Section } from "./parts";
import { yearOf } from "./year";
import { largest, share, toneOf, type Writing } from "./writing";

/** Twelve columns, those of the season in another colour and with its name. */
export function yearSection({ bill }: StackReport, writing: Writing): Section | undefined {
  const { words, language, euros } = writing;
  const months = yearOf(bill);
  if (months === undefined) return undefined;
  const most = largest(months.map(({ eur }) => eur));
  const hasSeason = months.some(({ inSeason }) => inSeason);
  const columns = months.map(
    ({ month, hours, eur, inSeason }) =>
      html`<li class="${inSeason ? "season" : ""}">
        <span class="sum">${euros(eur.toDecimalPlaces(0)).replace(/[,.]00/, "")}</span
        ><span class="column" style="--size:${share(eur, most)}%" aria-hidden="true"></span
        ><span class="name">${words.months[month - 1] ?? ""}</span
        ><span class="hours"
          >${quantityText(hours, language)} h<span class="unseen"> ${words.ofEachHost}</span
          >${inSeason ? html`<span class="unseen">, ${words.season}</span>` : undefined}</span
        >
      </li> `,
  );
  const total = Decimal.sum(...months.map(({ eur }) => eur));
  return section(
    "year",
    `${words.year} (${bill.year})`,
    html`<ol class="year" aria-label="${words.yearCaption}">
        ${columns}
      </ol>
      ${hasSeason ? html`<p class="legend"><span class="key season"></span>${words.seasonLegend} <span class="key after"></span>${words.otherMonths}</p>` : undefined}
      <p>${words.yearTotal}${writing.colon} <strong>${euros(total)}</strong>. ${words.yearWhy}</p>`,
  );
}

const serverParts = ["server", "licences", "power", "work"] as const;

/** The slim server against the renewal of the old one. */
export function onPremiseSection(
  { onPremise }: StackReport,
  writing: Writing,
): Section | undefined {
  if (onPremise === undefined) return undefined;
  const { words, euros } = writing;
  const { slim, slimServers, renewal, years } = onPremise;
  const most = largest([slim.total, renewal.total]);
  const row = (label: string, cost: ServerCost) =>
    html`<tr>
      <th scope="row">${label}</th>
      <td class="bars" aria-hidden="true">
        <span class="stack">${serverParts.map((part) => bar(part, share(cost[part], most)))}</span>
      </td>
      ${serverParts.map((part) => html`<td class="number">${euros(cost[part])}</td>`)}
      <td class="number"><strong>${euros(cost.total)}</strong></td>
    </tr> `;
  const saved = slim.total.minus(renewal.total);
  return section(
    "on-premise",
    `${words.onPremise} ${years} ${words.years}`,
    html`<p>${words.onPremiseWhy}</p>
      ${scrolling(
        words.onPremise,
        html`<table class="groups servers">
          <caption class="unseen">
            ${words.onPremise} ${years} ${words.years}
          </caption>
          <thead>
            <tr>
              <td></td>
              <td aria-hidden="true"></td>
              ${serverParts.map((part) => html`<th scope="col" class="number"><span class="key ${part}"></span>${words[part]}</th>`)}
              <th scope="col" class="number">${words.sum}</th>
            </tr>
          </thead>
          <tbody>
            ${row(words.renewal, renewal)}${row(slimServers > 1 ? `${slimServers} × ${words.slim}` : words.slim, slim)}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${words.change}</th>
              <td aria-hidden="true"></td>
              ${serverParts.map((part) => html`<td class="number ${toneOf(slim[part].minus(renewal[part]))}">${writing.change(slim[part].minus(renewal[part]))}</td>`)}
              <td class="number ${toneOf(saved)}"><strong>${writing.change(saved)}</strong></td>
            </tr>
          </tfoot>
        </table>`,
      )}
      <p>${hostedText(onPremise, writing)} ${words.hostedWhy}</p>`,
  );
}

function hostedText(
  { years, slim, hosted, difference }: OnPremiseComparison,
  { words, euros, change }: Writing,
): Html {
  const months = years * 12;
  return html`${words.hostedToo} <strong>${euros(hosted)}</strong>
    (${months} × ${euros(hosted.div(months))}). ${words.slimAndHosted}
    <strong>${euros(hosted.plus(slim.total))}</strong>; ${words.againstRenewal}
    <strong class="${toneOf(difference)}">${change(difference)}</strong>.`;
}

/** Savings plans and what else there is, with the hours from which they pay. */
export function paymentSection({ bill }: StackReport, writing: Writing): Section | undefined {
  const { words, euros, change } = writing;
  const options = paymentOptions(bill.after.estimate, bill.prices);
  if (options.length === 0) return undefined;
  const rows = options.map(
    (option) =>
      html`<tr>
        <th scope="row">
          ${titleOf(option, writing)}<span class="of">${writing.text(option.name)}</span>
        </th>
        <td class="number">${euros(option.now.eur)}</td>
        <td class="number">${euros(option.instead.eur)}</td>
        <td class="number ${toneOf(option.change.eur)}">${change(option.change.eur)}</td>
        <td>${breakEven(option, writing)}</td>
        <td>${verdict(option, writing)}</td>
      </tr> `,
  );
  return section(
    "payment",
    words.payment,
    listTable(
      words.paymentCaption,
      [
        words.line,
        { figures: words.now },
        { figures: words.instead },
        { figures: words.change },
        words.breakEven,
        words.verdict,
      ],
      rows,
    ),
  );
}

function titleOf({ kind, term }: PaymentOption, { words }: Writing): string {
  const title = kind === "redundancy" ? words.redundancy : words[kind];
  if (term === undefined) return title;
  return `${title}, ${term === "oneYear" ? words.termOneYear : words.termThreeYears}`;
}

function breakEven({ breakEvenHours, hours }: PaymentOption, { words, language }: Writing): string {
  if (breakEvenHours === undefined || hours === undefined) return "–";
  const from = quantityText(breakEvenHours.toDecimalPlaces(0, Decimal.ROUND_UP), language);
  return `${from} h (${words.runs} ${quantityText(hours, language)} h)`;
}

/** Copies in fewer places cost less and are less safe: that is no verdict on money. */
function verdict({ kind, change }: PaymentOption, { words }: Writing): string {
  const tone = toneOf(change.eur);
  if (tone === "same" || kind === "redundancy") return "–";
  return tone === "more" ? words.loses : words.saves;
}
