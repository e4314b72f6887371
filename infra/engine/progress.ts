/** Where long work tells how far it is; the command line renders it, tests collect it. */
export interface Progress {
  /** One step has begun or moved on; replaces the previous text of the same step. */
  step(text: string): void;
  /** The step is over; the text stays. */
  done(text: string): void;
  /** Something the reader should know that does not stop the work. */
  warn(text: string): void;
}
