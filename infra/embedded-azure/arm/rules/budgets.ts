import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import { valueAt } from "../../values/property";
import { ArmError } from "../error";
import type { Rule } from "../world";

// https://learn.microsoft.com/rest/api/consumption/budgets/create-or-update#budgettimeperiod

/** Length in months of what a budget counts at a time. */
const monthsOf: Readonly<Record<string, number>> = { Monthly: 1, Quarterly: 3, Annually: 12 };

/** How far ahead a budget may begin, in months. */
const furthestAhead = 12;

/** A budget begins with a month: this one at the earliest, and that is for ever its beginning. */
export const budgetBegins: Rule = ({ now }, { wish, parts, previous }) => {
  if (keyOf(parts.type) !== "microsoft.consumption/budgets") return;
  const startText = textOf(valueAt(wish.body, "timePeriod.startDate"));
  const start = new Date(startText);
  if (Number.isNaN(start.getTime()) || start.getUTCDate() !== 1)
    throw refused(`Budget start date ${startText} must be the first of a month.`);
  const end = textOf(valueAt(wish.body, "timePeriod.endDate"));
  if (end !== "" && !(Date.parse(end) > start.getTime()))
    throw refused(`Budget end date ${end} must be after its start date ${startText}.`);
  if (previous !== undefined) {
    const before = textOf(valueAt(previous.body, "timePeriod.startDate"));
    // https://github.com/Azure/CanadaPubSecALZ/issues/317
    if (Date.parse(before) !== start.getTime())
      throw refused(
        "Start date of budgets cannot be updated. Please delete and create a new budget.",
      );
    return;
  }
  const months = monthOf(start) - monthOf(now);
  // https://github.com/hashicorp/terraform-provider-azurerm/pull/12121
  const longest = monthsOf[textOf(wish.body["timeGrain"])] ?? 1;
  if (months <= -longest)
    throw refused(
      `Budget start date ${startText} should not be prior to the current ${longest === 1 ? "month" : "period"}.`,
    );
  if (months > furthestAhead)
    throw refused(`Budget start date ${startText} is more than one year into the future.`);
};

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function refused(text: string): ArmError {
  return new ArmError(400, "400", text);
}
