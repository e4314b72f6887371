import { stableGuid } from "../../../azure/guid";
import type { Change, Computation } from "../world";

export const logWorkspace: Computation = ({ now }, change) => ({
  body: {
    customerId: guidOf(change, "customer"),
    createdDate: change.previous?.body["createdDate"] ?? now.toISOString(),
  },
});

export const dataCollectionRule: Computation = (_world, change) => ({
  body: { immutableId: `dcr-${guidOf(change, "rule").replaceAll("-", "")}` },
});

export const dataCollectionEndpoint: Computation = (_world, change) => {
  const { name } = change;
  const place = `${name}-${guidOf(change, "endpoint").slice(0, 4)}.francecentral-1`;
  return {
    body: {
      immutableId: `dce-${guidOf(change, "endpoint").replaceAll("-", "")}`,
      logsIngestion: { endpoint: `https://${place}.ingest.monitor.azure.com` },
      metricsIngestion: { endpoint: `https://${place}.metrics.ingest.monitor.azure.com` },
      configurationAccess: { endpoint: `https://${place}.handler.control.monitor.azure.com` },
    },
  };
};

export const applicationInsights: Computation = (_world, change) => {
  const key = guidOf(change, "instrumentation");
  return {
    body: {
      appId: guidOf(change, "application"),
      applicationId: change.name,
      instrumentationKey: key,
      connectionString: `InstrumentationKey=${key}`,
    },
  };
};

function guidOf({ wish }: Change, what: string): string {
  return stableGuid("embedded Azure", what, wish.id.toLowerCase());
}
