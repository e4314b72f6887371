/** The few parts of a browser that the page's script touches; the project is compiled for Node. */
export interface PageElement {
  textContent: string | null;
  value: string;
  hidden: boolean;
  className: string;
  readonly style: { setProperty(name: string, value: string): void };
  setAttribute(name: string, value: string): void;
  addEventListener(event: string, listener: () => void): void;
}

interface PageDocument {
  getElementById(id: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
}

declare const document: PageDocument;

/** An element of the page, which is written by the same program. @throws Error when it is not there */
export function element(id: string): PageElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

export function elementOrNone(id: string): PageElement | null {
  return document.getElementById(id);
}

export function checkedValue(name: string): string {
  return document.querySelector(`input[name="${name}"]:checked`)?.value ?? "";
}
