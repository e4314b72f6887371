import type { Finding } from "../model";
import type { Decimal } from "../money";
import type { Inputs } from "../reading";
import { type Unit, units } from "../units";
import type { Family } from "./family";

/** Every alert tells each receiver once; mail and push messages free to a billing account are not deducted. */
export const actionGroups: Family = {
  name: "Action groups",
  group: "watching",
  types: ["monitor:ActionGroup", "insights:ActionGroup"],
  usage: ["monthlyNotifications"],
  *findings({ inputs, usage }) {
    const each = usage("monthlyNotifications");
    const webhooks = inputs.list("webhookReceivers");
    const secure = webhooks.filter((hook) => hook.flag("useAadAuth")).length;
    yield* receivers("email", "E-mails", units.emails, inputs.size("emailReceivers"), each);
    yield* receivers(
      "itsm",
      "Events to ITSM connectors",
      units.events,
      inputs.size("itsmReceivers"),
      each,
    );
    yield* receivers(
      "push",
      "Push notifications",
      units.notifications,
      inputs.size("azureAppPushReceivers"),
      each,
    );
    yield* receivers(
      "secure-webhook",
      "Calls of secure webhooks",
      units.notifications,
      secure,
      each,
    );
    yield* receivers(
      "webhook",
      "Calls of webhooks",
      units.notifications,
      webhooks.length - secure,
      each,
    );
    yield* byCountry("sms", "SMS messages", units.messages, inputs.list("smsReceivers"), each);
    yield* byCountry("voice", "Voice calls", units.calls, inputs.list("voiceReceivers"), each);
  },
};

function* byCountry(
  kind: string,
  name: string,
  unit: Unit,
  people: readonly Inputs[],
  each: Decimal | undefined,
): Generator<Finding> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const country = person.text("countryCode") ?? "unknown";
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  for (const [country, count] of counts)
    yield* receivers(
      `${kind}/country-${country}`,
      `${name}, country ${country}`,
      unit,
      count,
      each,
    );
}

function* receivers(
  slot: string,
  name: string,
  unit: Unit,
  count: number,
  each: Decimal | undefined,
): Generator<Finding> {
  if (count === 0) return;
  yield {
    kind: "metered",
    slot,
    name,
    meter: `notification/${slot}`,
    unit,
    quantity: each?.times(count),
    usageBased: true,
    awaits: "monthlyNotifications",
  };
}
