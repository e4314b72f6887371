import pc from "picocolors";
import type { Progress } from "../engine/progress";

/** Writes results to stdout, progress and everything else to stderr. */
export class Terminal implements Progress {
  private shown = "";
  private readonly live: boolean;
  private lastPlain = "";
  private lastPlainAt = 0;

  constructor(
    private readonly out: NodeJS.WriteStream = process.stdout,
    private readonly err: NodeJS.WriteStream = process.stderr,
    private readonly now: () => number = Date.now,
  ) {
    this.live = err.isTTY && process.env["CI"] === undefined;
  }

  /** A result: what the command was called for. */
  print(text: string): void {
    this.wipe();
    this.out.write(`${text}\n`);
  }

  /** Said beside the result. */
  note(text: string): void {
    this.wipe();
    this.err.write(`${text}\n`);
  }

  step(text: string): void {
    if (this.live) {
      this.wipe();
      this.shown = text.slice(0, Math.max(20, (this.err.columns ?? 80) - 3));
      this.err.write(pc.dim(`… ${this.shown}`));
      return;
    }
    // A log wants a line now and then, not hundreds: each step once, its progress every 20 s.
    const subject = text.split(":")[0] ?? text;
    if (subject === this.lastPlain && this.now() - this.lastPlainAt < 20_000) return;
    this.lastPlain = subject;
    this.lastPlainAt = this.now();
    this.err.write(`… ${text}\n`);
  }

  done(text: string): void {
    this.note(`${pc.green("✓")} ${text}`);
  }

  warn(text: string): void {
    this.note(`${pc.yellow("!")} ${text}`);
  }

  error(text: string): void {
    this.note(`${pc.red("✗")} ${text}`);
  }

  private wipe(): void {
    if (this.shown === "") return;
    this.err.write("\r\u001b[2K");
    this.shown = "";
  }
}
