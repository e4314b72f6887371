import type { CaseFact } from "./case-facts";

/** Cases that are not translated, and why: by id, or by the start of it. */
export const leftOut: Readonly<Record<string, string>> = {
  "app_service_environment_test::":
    "App Service environments of the first two generations were retired in August 2024",
};

/** Why a case is left out; undefined for one that counts. */
export function whyLeftOut({ id, known_issue }: CaseFact): string | undefined {
  if (known_issue !== undefined) return "its origin splits tiers wrongly";
  return Object.entries(leftOut).find(([start]) => id.startsWith(start))?.[1];
}
