import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { recordProgram } from "../../infra/resources/record";

// A program that fails while its first resource is registered; prints what the caller gets.
recordProgram(
  "prod",
  () => {
    const resourceGroupName = pulumi.output("rg").apply((): string => {
      throw new Error("too late");
    });
    const table = new network.RouteTable("table", { resourceGroupName });
    new network.Route("route", {
      resourceGroupName,
      routeTableName: table.name,
      nextHopType: "None",
    });
    return {};
  },
  { subscriptionId: "s" },
).then(
  () => console.log("recorded"),
  (error: unknown) => console.log(`rejected: ${error instanceof Error ? error.message : ""}`),
);
