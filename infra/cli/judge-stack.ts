import { dateOf, type CalendarDate } from "../document/calendar-date";
import { arcGroupsOf } from "../firm/arc-groups";
import type { Firm } from "../firm/firm";
import type { Platform } from "../platform/platform";
import type { RegisteredResource } from "../resources/registered";
import { guardrails } from "../rules/catalogue";
import { packageExceptions } from "../rules/package-exceptions";
import { judge, refuses, type Case, type Verdict } from "../rules/judge";
import type { StackInputs } from "../stacks/definition";
import { GuardrailsRefused } from "./guardrails-refused";
import type { NamedStack } from "./inputs";

/** Holds what a stack registers against every guardrail. */
export function judgeStack(
  stack: NamedStack,
  inputs: StackInputs,
  resources: readonly RegisteredResource[],
): Verdict {
  return judge(guardrails, { resources, ...settingOf(stack, inputs) });
}

/** What the files say of a stack that guardrails must know. */
export function settingOf(
  stack: NamedStack,
  { platform, firm }: StackInputs,
): Omit<Case, "resources"> {
  const circumstances: Case["circumstances"] = {
    kind: stack.kind,
    subscription: firm?.subscription ?? platform.subscription,
    platformSubscription: platform.subscription,
    allowedRegions: platform.allowedRegions,
    leaving: firm?.stage === "leaving",
    arcGroups: firm === undefined ? [] : arcGroupsOf(platform.environment, firm),
  };
  return {
    circumstances,
    exceptions: firm?.exceptions ?? [],
    inherited: [...platform.exceptions, ...packageExceptions(linksEnd(stack, firm))],
    today: dayOf(platform),
  };
}

/** Day on which the links end by which an office's machines read their configuration. */
function linksEnd(stack: NamedStack, firm: Firm | undefined): CalendarDate | undefined {
  if (stack.kind !== "site") return undefined;
  const supervision = firm?.sites.find(({ key }) => key === stack.site)?.supervision;
  return supervision?.kind === "arc" ? supervision.readableUntil : undefined;
}

/**
 * The day by which exceptions end where the platform names none: unlike schedules, an exception must not outlast its
 * end because nobody set a date. Only this judgement knows the clock, no resource does.
 */
export function dayOf({ today }: Platform): CalendarDate {
  return today.kind === "dated" ? today.date : dateOf(Math.floor(Date.now() / 86_400_000));
}

/** Records what a stack registers, and holds it against every guardrail. */
export async function judgeRecorded(stack: NamedStack, inputs: StackInputs): Promise<Verdict> {
  const { recordStack }: typeof import("../stacks/program") = require("../stacks/program");
  const { resources } = await recordStack(stack, inputs);
  return judgeStack(stack, inputs, resources);
}

/** @throws GuardrailsRefused */
export async function refuseBreaches(stack: NamedStack, inputs: StackInputs): Promise<void> {
  const verdict = await judgeRecorded(stack, inputs);
  if (refuses(verdict)) throw new GuardrailsRefused(stack, verdict);
}
