import { units } from "../units";
import { type Family, running, used } from "./family";

export const privateEndpoints: Family = {
  name: "Private endpoints",
  group: "network",
  types: ["network:PrivateEndpoint"],
  usage: ["monthlyHours", "monthlyInboundDataProcessedGb", "monthlyOutboundDataProcessedGb"],
  *findings(context) {
    yield running(context, "endpoint", "Private endpoint", "private-endpoint/hour");
    yield used(
      context,
      "data-in",
      "Private endpoint, data in",
      "private-endpoint/data-in",
      units.gb,
      "monthlyInboundDataProcessedGb",
    );
    yield used(
      context,
      "data-out",
      "Private endpoint, data out",
      "private-endpoint/data-out",
      units.gb,
      "monthlyOutboundDataProcessedGb",
    );
  },
};
