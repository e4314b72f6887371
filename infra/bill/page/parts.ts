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
