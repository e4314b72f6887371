/** Whose resource a name is for; every part takes part in the name. */
export interface NameOwner {
  /** Environment of the platform, e.g. `prod`. */
  readonly environment: string;
  readonly firm?: string;
  readonly site?: string;
  /** Subscription the resource lives in: salts names that are unique across Azure. */
  readonly subscription: string;
}
