import { type Html, html } from "../../document/html";

export function bar(kind: string, size: string): Html {
  return html`<span class="bar ${kind}" style="--size:${size}%"></span>`;
}

/** A part of the page that can be jumped to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly element: Html;
}

export function section(id: string, title: string, content: Html): Section {
  return {
    id,
    title,
    element: html`<section id="${id}" aria-labelledby="${id}-title">
      <h2 id="${id}-title">${title}</h2>
      ${content}
    </section>`,
  };
}

/** Wide tables scroll by themselves, by keyboard as well. */
export function scrolling(label: string, table: Html): Html {
  return html`<div class="scrolling" role="region" tabindex="0" aria-label="${label}">
    ${table}
  </div>`;
}

/** Heading of a column; of figures, which stand at the right. */
export type ColumnHead = string | { readonly figures: string };

/** A table with its name for who does not see it. */
export function listTable(
  name: string,
  heads: readonly ColumnHead[],
  rows: readonly Html[],
  { kind = "", foot }: { readonly kind?: string; readonly foot?: Html } = {},
): Html {
  const columns = heads.map((head) =>
    typeof head === "string"
      ? html`<th scope="col">${head}</th>`
      : html`<th scope="col" class="number">${head.figures}</th>`,
  );
  return scrolling(
    name,
    html`<table class="list${kind === "" ? "" : ` ${kind}`}">
      <caption class="unseen">
        ${name}
      </caption>
      <thead>
        <tr>
          ${columns}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
      ${
        foot === undefined
          ? undefined
          : html`<tfoot>
              ${foot}
            </tfoot>`
      }
    </table>`,
  );
}
