import type { CaseFact } from "../case-facts";
import { attributesOf, byName, resource, subject, type Translation } from "./translation";

export function logWorkspace(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  // The cases' names tell which workspaces Sentinel reads; the resource that says so is not among their attributes.
  const sentinel = fact.address.includes("sentinel");
  return {
    resources: [
      resource("operationalinsights:Workspace", {
        location: fact.region,
        sku: {
          name: attributes.text("sku"),
          capacityReservationLevel: attributes.number("reservation_capacity_in_gb_per_day"),
        },
        retentionInDays: attributes.number("retention_in_days"),
      }),
      ...(sentinel
        ? [
            resource(
              "securityinsights:SentinelOnboardingState",
              { workspaceName: subject, sentinelOnboardingStateName: "default" },
              "sentinel",
            ),
          ]
        : []),
    ],
    place: byName({
      "Log data ingestion": "ingestion",
      "Sentinel data ingestion": "sentinel-ingestion",
      "Log data retention": "retention",
      "Log data export": "export",
      "Basic log data ingestion": "basic-ingestion",
      "Basic log search": "basic-search",
      "Archive data restored": "restore",
      "Archive data searched": "archive-search",
      "Archive data": "archive",
    }),
  };
}

export function applicationInsights(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  return {
    resources: [
      resource("applicationinsights:Component", {
        location: fact.region,
        applicationType: attributes.text("application_type"),
        retentionInDays: attributes.number("retention_in_days"),
      }),
    ],
    place: byName({ "Data ingested": "ingestion", "Data retention": "retention" }),
  };
}

export function webTest(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  return {
    resources: [
      resource("applicationinsights:WebTest", {
        location: fact.region,
        webTestKind: attributes.text("kind"),
        enabled: attributes.flag("enabled"),
      }),
    ],
    place: byName({ "Multi-step web test": "test" }),
  };
}

export function dataCollectionRule(fact: CaseFact): Translation {
  const destinations = attributesOf(fact).block("destinations");
  const metrics = destinations.blocks("azure_monitor_metrics");
  return {
    resources: [
      resource("monitor:DataCollectionRule", {
        location: fact.region,
        destinations: {
          azureMonitorMetrics: metrics.length === 0 ? undefined : { name: "metrics" },
        },
      }),
    ],
    place: byName({ "Metrics ingestion": "metrics" }),
  };
}

export function actionGroup(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  const named = (block: string) =>
    attributes.blocks(block).map((receiver) => ({ name: receiver.text("name") }));
  const phones = (block: string) =>
    attributes.blocks(block).map((receiver) => ({
      name: receiver.text("name"),
      countryCode: receiver.text("country_code"),
    }));
  return {
    resources: [
      resource("monitor:ActionGroup", {
        location: "Global",
        armRoleReceivers: named("arm_role_receiver"),
        automationRunbookReceivers: named("automation_runbook_receiver"),
        azureAppPushReceivers: named("azure_app_push_receiver"),
        azureFunctionReceivers: named("azure_function_receiver"),
        emailReceivers: named("email_receiver"),
        itsmReceivers: named("itsm_receiver"),
        logicAppReceivers: named("logic_app_receiver"),
        smsReceivers: phones("sms_receiver"),
        voiceReceivers: phones("voice_receiver"),
        webhookReceivers: attributes.blocks("webhook_receiver").map((receiver) => ({
          name: receiver.text("name"),
          useAadAuth: receiver.blocks("aad_auth").length > 0,
        })),
      }),
    ],
    place: ({ path: [channel], name }) => {
      const country = /^Country code (\d+)/.exec(name)?.[1];
      if (country !== undefined)
        return { slot: `${channel === "SMS messages" ? "sms" : "voice"}/country-${country}` };
      return byName({
        "Email notifications": "email",
        "ITSM connectors": "itsm",
        "Web hooks": "webhook",
        "Push notifications": "push",
        "Secure web hooks": "secure-webhook",
      })({ path: [], name, monthly_qty: null, unit: "", monthly_cost_usd: null });
    },
  };
}
