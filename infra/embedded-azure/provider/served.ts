/** A package being served. */
export interface Served {
  /** Port on this machine, for this machine only. */
  readonly port: number;
  /** Whether an engine has said that it needs the provider no longer. */
  readonly isCancelled: () => boolean;
  /** Ends it at once, whoever is still connected. */
  readonly stop: () => void;
}
