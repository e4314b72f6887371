import type { Computation } from "../world";

const services = ["blob", "file", "queue", "table", "web", "dfs"] as const;

/** Where an account is reached, and its name, which nobody else in Azure may have. */
export const storageAccount: Computation = ({ now }, { wish, name, previous }) => ({
  body: {
    primaryEndpoints: Object.fromEntries(
      services.map((service) => [
        service,
        `https://${name}.${service === "web" ? "z1.web" : service}.core.windows.net/`,
      ]),
    ),
    ...(wish.body["location"] !== undefined && { primaryLocation: wish.body["location"] }),
    statusOfPrimary: "available",
    creationTime: previous?.body["creationTime"] ?? now.toISOString(),
  },
  claims: { name: `storage account name ${name}` },
});
