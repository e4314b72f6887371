import { NotPriceable } from "../cost/reading";

/** What an input says; undefined when it is absent, unknown before a deployment or of another type. */
export function known<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotPriceable) return undefined;
    throw error;
  }
}
