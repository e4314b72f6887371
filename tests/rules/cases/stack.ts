import type { GuardrailCase } from "../support/case";
import { add, set, without } from "../support/change";

export const stackCases: readonly GuardrailCase[] = [
  {
    rule: "diagnostics",
    what: "a vault whose readers nobody knows",
    change: without("diagnostics-keys"),
    met: ["keys-vault: its records go nowhere"],
  },
  {
    rule: "diagnostics",
    what: "records sent to nowhere",
    change: set("diagnostics-pool", { workspaceId: undefined }),
    met: ["desktops-pool: its records go nowhere"],
  },
  {
    rule: "diagnostics",
    what: "files whose deletion leaves no trace",
    change: without("diagnostics-dossiers"),
    met: ["dossiers-account: the records of its files go nowhere"],
  },
  {
    rule: "activity-log",
    what: "a firm whose changes nobody can look up",
    change: without("activity-setting"),
    met: ["cabinet-prod.dupont: nobody keeps Administrative, Security, Policy"],
  },
  {
    rule: "activity-log",
    what: "changes of the platform that go nowhere",
    of: "prod",
    change: set("activity-setting", { workspaceId: undefined }),
    met: ["cabinet-prod: nobody keeps Administrative, Security, Policy"],
  },
  {
    rule: "activity-log",
    what: "a category that was switched off",
    change: set("activity-setting", {
      logs: [
        { category: "Administrative", enabled: false },
        { category: "Security", enabled: true },
        { category: "Policy", enabled: true },
      ],
    }),
    met: ["activity-setting: nobody keeps Administrative"],
  },
  { rule: "activity-log", what: "the platform's own", of: "prod", met: [] },
  {
    rule: "activity-log",
    what: "an office, in its firm's subscription",
    of: "moreau.voiron",
    met: [],
  },
  {
    rule: "policy-assignments",
    what: "a subscription that takes public addresses",
    change: without("policies-addresses"),
    met: ["cabinet-prod.dupont: nothing assigns Network interfaces should not have public IPs"],
  },
  {
    rule: "policy-assignments",
    what: "a policy that only looks on",
    of: "prod",
    change: set("policies-regions", { enforcementMode: "DoNotEnforce" }),
    met: ["policies-regions: enforcementMode is DoNotEnforce"],
  },
  {
    rule: "policy-assignments",
    what: "a region more than the provider allows",
    change: set("policies-regions", {
      parameters: { listOfAllowedLocations: { value: ["francecentral", "eastus"] } },
    }),
    met: ["policies-regions: it allows eastus"],
  },
  {
    rule: "policy-assignments",
    what: "one group alone instead of the subscription",
    change: set("policies-addresses", {
      scope:
        "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/rg-prod-dupont-hosts",
    }),
    met: ["cabinet-prod.dupont: nothing assigns Network interfaces should not have public IPs"],
  },
  {
    rule: "policy-assignments",
    what: "a subscription where a group is left out",
    change: set("policies-regions", {
      notScopes: [
        "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/rg-prod-dupont-hosts",
      ],
    }),
    met: ["cabinet-prod.dupont: nothing assigns Allowed locations"],
  },
  {
    rule: "policy-assignments",
    what: "resources without an owner, which nobody reports",
    change: without("policies-tagfirm", "policies-tagenvironment"),
    met: ["cabinet-prod.dupont: nothing assigns Require a tag on resources"],
  },
  { rule: "policy-assignments", what: "the platform's own subscription", of: "prod", met: [] },
  {
    rule: "policy-assignments",
    what: "an office, in its firm's subscription",
    of: "moreau.voiron",
    met: [],
  },
  {
    rule: "alert-receivers",
    what: "alerts into the void",
    change: set("told-group", { emailReceivers: [] }),
    met: ["told-group: nobody is told"],
  },
  {
    rule: "alert-receivers",
    what: "alerts that were switched off during a migration",
    of: "prod",
    change: set("told-group", { enabled: false }),
    met: ["told-group: enabled is false"],
  },
  { rule: "alert-receivers", what: "supervisor and support", met: [] },
  { rule: "diagnostics", what: "applications beside the desktop", of: "moreau", met: [] },
  {
    rule: "log-retention",
    what: "a month",
    change: set("logs-workspace", { retentionInDays: 30 }),
    met: ["logs-workspace: retentionInDays is 30"],
  },
  {
    rule: "log-retention",
    what: "a year",
    change: set("logs-workspace", { retentionInDays: 365 }),
    met: [],
  },
  {
    rule: "tags",
    what: "an address that nobody knows whose it is",
    change: set("network-egress-address", { tags: { environment: "prod" } }),
    met: ["network-egress-address: it has no tag firm"],
  },
  {
    rule: "tags",
    what: "a network of the hub without any",
    of: "prod",
    change: set("hub-vnet", { tags: undefined }),
    met: ["hub-vnet: it has no tag environment"],
  },
  { rule: "tags", what: "the hub's, which are of no firm", of: "prod", met: [] },
  {
    rule: "regions",
    what: "an account overseas",
    change: set("dossiers-account", { location: "East US" }),
    met: ["dossiers-account: location is East US"],
  },
  {
    rule: "regions",
    what: "hosts where only descriptions may be",
    change: set("hosts-g1-1-nic", { location: "westeurope" }),
    met: ["hosts-g1-1-nic: location is westeurope"],
  },
  { rule: "regions", what: "descriptions of desktops in West Europe", met: [] },
  {
    rule: "budget",
    what: "a firm that nobody reckons",
    change: without("budget-month"),
    met: ["cabinet-prod.dupont: it has no budget"],
  },
  {
    rule: "budget",
    what: "a budget that tells nobody",
    change: set("budget-month", { notifications: {} }),
    met: ["budget-month: nobody is told"],
  },
  {
    rule: "budget",
    what: "a platform that nobody reckons",
    of: "prod",
    change: without("budget-month"),
    met: ["cabinet-prod: it has no budget"],
  },
  { rule: "budget", what: "a firm with a budget", met: [] },
  {
    rule: "plain-secrets",
    what: "an administrator's password",
    change: set("hosts-g1-1-vm", { "osProfile.adminPassword": "Bonjour123!" }),
    met: ["hosts-g1-1-vm: osProfile.adminPassword is a secret in clear"],
  },
  {
    rule: "plain-secrets",
    what: "a parameter of a template",
    of: "moreau",
    change: set("hosts-g1-1-join", { "properties.parameters.password": { value: "Bonjour123!" } }),
    met: ["hosts-g1-1-join: properties.parameters.password.value is a secret in clear"],
  },
  {
    rule: "plain-secrets",
    what: "a signed address in a script",
    change: set("hosts-g1-1-settings", {
      "source.script":
        "curl https://st.blob.core.windows.net/x?sv=2024&sig=abcdefghijklmnopqrst%3D",
    }),
    met: ["hosts-g1-1-settings: source.script is a secret in clear"],
  },
  {
    rule: "plain-secrets",
    what: "what a vault keeps",
    change: set("hosts-passwords", { "properties.value": "{}" }),
    met: ["hosts-passwords: properties.value is a secret in clear"],
  },
  { rule: "plain-secrets", what: "references to vaults", of: "rousseau", met: [] },
  {
    rule: "unique-names",
    what: "one name for two things",
    change: (resources) =>
      add("dossiers-account", "copy", {
        id: resources
          .find(({ name }) => name === "dossiers-account")
          ?.id?.toUpperCase()
          .replace("/SUBSCRIPTIONS/", "/subscriptions/"),
      })(resources),
    met: ["copy: it is the same as dossiers-account"],
    also: ["firm-boundary", "backup-items", "deletion-lock", "private-stores", "shared-keys"],
  },
  { rule: "unique-names", what: "eleven machines", of: "rousseau", met: [] },
  {
    rule: "firm-boundary",
    what: "a key in the platform's subscription",
    change: (resources) =>
      resources.map((resource) =>
        resource.name === "key-key"
          ? {
              ...resource,
              id: resource.id?.replace(
                /subscriptions\/[^/]+/,
                "subscriptions/5e0c1b2a-0000-4000-8000-000000000001",
              ),
            }
          : resource,
      ),
    met: ["key-key: it is in the subscription 5e0c1b2a-0000-4000-8000-000000000001"],
  },
  { rule: "firm-boundary", what: "the hub's end of a peering", met: [] },
];
