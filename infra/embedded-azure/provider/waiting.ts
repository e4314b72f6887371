import { setTimeout as sleep } from "node:timers/promises";

import { Refusal } from "../values/refusal";

/** Planned waits, which end when an engine winds down. */
export class Waiting {
  private controller = new AbortController();

  /** @throws {Refusal} when the engine winds down meanwhile. */
  async wait(seconds: number): Promise<void> {
    if (seconds === 0) return;
    const { signal } = this.controller;
    try {
      await sleep(seconds * 1000, undefined, { signal });
    } catch {
      throw new Refusal("broken off: the engine is winding down");
    }
  }

  breakOff(): void {
    this.controller.abort();
    this.controller = new AbortController();
  }
}
