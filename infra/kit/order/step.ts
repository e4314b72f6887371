import type { Phrase } from "../../slim-server/phrase";

/** One thing to do, and how one sees that it is done. */
export interface Step {
  readonly task: Phrase;
  readonly proof: Phrase;
}

export interface Chapter {
  readonly title: Phrase;
  readonly steps: readonly Step[];
}
