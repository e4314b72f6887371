import { builtInRoles, type RoleName } from "../../../infra/azure/roles";
import { wellKnownApps } from "../../../infra/azure/well-known-apps";
import type { GuardrailCase } from "../support/case";
import { add, all, set, without, type Resources } from "../support/change";

const role = (name: RoleName) => ({
  roleDefinitionId: `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[name].id}`,
});
const staffFiles = "access-staff-dossiers-storageFileDataSmbShareContributor";
const subscription = "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001";

const technicianTime = "technicians-j.bernard@cabinet-cloud.example-2026-11-23";

/** Makes somebody a member of a group. */
const belongs = (group: string) => (resources: Resources) => {
  const urn = resources.find(({ name }) => name === group)?.urn;
  return add("access-staff-supervisor", "somebody", { dependsOn: urn === undefined ? [] : [urn] })(
    resources,
  );
};

export const accessCases: readonly GuardrailCase[] = [
  {
    rule: "access-end",
    what: "a technician whose days are over, where no day is set",
    change: set(technicianTime, { expirationDate: "2026-11-24T00:00:00Z" }),
    met: [`${technicianTime}: it ended on 2026-11-24`],
  },
  { rule: "access-end", what: "a technician whose last day is to come", of: "rousseau", met: [] },
  {
    rule: "role-scope",
    what: "a right on the whole subscription",
    change: set(staffFiles, { scope: subscription }),
    met: [`${staffFiles}: scope is ${subscription}`],
  },
  {
    rule: "role-scope",
    what: "a right in another firm's subscription",
    change: set(staffFiles, {
      scope:
        "/subscriptions/6f1d2c3b-0000-4000-8000-000000000003/resourceGroups/rg-prod-moreau-data",
    }),
    met: [
      `${staffFiles}: scope is /subscriptions/6f1d2c3b-0000-4000-8000-000000000003/resourceGroups/rg-prod-moreau-data`,
    ],
  },
  {
    rule: "role-scope",
    what: "a right on all subscriptions",
    change: set(staffFiles, { scope: "/providers/Microsoft.Management/managementGroups/firms" }),
    met: [`${staffFiles}: scope is /providers/Microsoft.Management/managementGroups/firms`],
  },
  {
    rule: "role-scope",
    what: "a group of the firm's own",
    change: set(staffFiles, { scope: `${subscription}/resourceGroups/rg-prod-dupont-hosts` }),
    met: [],
  },
  ...(
    ["owner", "contributor", "userAccessAdministrator", "storageAccountContributor"] as const
  ).map((name) => ({
    rule: "broad-roles" as const,
    what: `staff with ${builtInRoles[name].name}`,
    change: set(staffFiles, role(name)),
    met: [`${staffFiles}: it gives ${builtInRoles[name].name}`],
  })),
  {
    rule: "broad-roles",
    what: "a program that owns everything",
    change: set("key-use", role("owner")),
    met: ["key-use: it gives Owner"],
  },
  {
    rule: "broad-roles",
    what: "a program that reads an account's keys",
    change: set("key-use", role("storageAccountContributor")),
    met: [],
  },
  {
    rule: "broad-roles",
    what: "a technician who has the hosts for good",
    change: belongs("technicians-group"),
    met: ["technicians-hosts: it gives Virtual Machine Contributor"],
  },
  {
    rule: "broad-roles",
    what: "a technician whose time has no end",
    change: set(technicianTime, { expirationDate: undefined }),
    met: ["technicians-hosts: it gives Virtual Machine Contributor"],
  },
  {
    rule: "broad-roles",
    what: "a technician who reads an account's keys, for a time",
    change: set("technicians-hosts", role("storageAccountContributor")),
    met: ["technicians-hosts: it gives Storage Account Contributor"],
  },
  {
    rule: "broad-roles",
    what: "a technician who takes the hosts up for hours, until a day",
    of: "rousseau",
    met: [],
  },
  {
    rule: "role-names",
    what: "a name that says what it is",
    change: set(staffFiles, { roleAssignmentName: "staff-files" }),
    met: [`${staffFiles}: roleAssignmentName is "staff-files"`],
  },
  {
    rule: "role-names",
    what: "a name of Azure's own choice",
    change: set(staffFiles, { roleAssignmentName: undefined }),
    met: [`${staffFiles}: roleAssignmentName is not set`],
  },
  { rule: "role-names", what: "names of the program's", of: "moreau", met: [] },
  {
    rule: "group-rights",
    what: "a right for one person",
    change: set(staffFiles, { principalType: "User" }),
    met: [`${staffFiles}: principalType is "User"`],
  },
  { rule: "group-rights", what: "groups and programs", of: "moreau", met: [] },
  {
    rule: "anyone",
    what: "a share for the whole tenant",
    change: set("dossiers-account", {
      "azureFilesIdentityBasedAuthentication.defaultSharePermission":
        "StorageFileDataSmbShareContributor",
    }),
    met: [
      'dossiers-account: azureFilesIdentityBasedAuthentication.defaultSharePermission is "StorageFileDataSmbShareContributor"',
    ],
  },
  ...[
    ["icacls Q:\\ /grant *S-1-5-11:(OI)(CI)M", "S-1-5-11"],
    ["icacls 'Q:\\' /grant:r \"NT AUTHORITY\\Authenticated Users:(M)\"", "Authenticated Users"],
    [
      "Grant-SmbShareAccess -Name x -AccountName 'Tout le monde' -AccessRight Full",
      "Tout le monde",
    ],
  ].map(([script, group]) => ({
    rule: "anyone" as const,
    what: `a script that opens a folder to ${group}`,
    change: set("hosts-g1-1-settings", { "source.script": script }),
    met: [`hosts-g1-1-settings: a script opens something to ${group}`],
  })),
  {
    rule: "anyone",
    what: "a script that shuts them out",
    change: set("hosts-g1-1-settings", {
      "source.script": "icacls Q:\\ /remove *S-1-1-0 *S-1-5-11",
    }),
    met: [],
  },
  {
    rule: "externals-desktop",
    what: "clients on the desktop",
    of: "moreau",
    change: (resources) => {
      const desktop = resources.find(({ name }) => name === "desktops-group")?.id;
      return set("access-clients-applications-desktopVirtualizationUser", { scope: desktop })(
        resources,
      );
    },
    met: [
      "access-clients-applications-desktopVirtualizationUser: it gives a desktop to access-clients",
    ],
  },
  {
    rule: "externals-desktop",
    what: "staff with both",
    of: "moreau",
    change: (resources) => {
      const staff = resources.find(({ name }) => name === "access-staff")?.urn ?? "";
      return resources.map((resource) =>
        resource.name === "access-clients-applications-desktopVirtualizationUser"
          ? { ...resource, dependsOn: [staff] }
          : resource,
      );
    },
    met: [
      "access-staff-desktop-desktopVirtualizationUser: access-staff has published applications as well",
    ],
  },
  { rule: "externals-desktop", what: "applications for externals", of: "moreau", met: [] },
  {
    rule: "conditional-access",
    what: "a rule that counts for emergency accounts too",
    of: "prod",
    change: set("signin-factor", { "conditions.users.excludedGroups": [] }),
    met: ["signin-factor: no emergency account is left out"],
  },
  {
    rule: "conditional-access",
    what: "a rule for the whole tenant",
    of: "prod",
    change: set("signin-device", { "conditions.users.includedUsers": ["All"] }),
    met: ["signin-device: it counts for the whole tenant"],
  },
  {
    rule: "conditional-access",
    what: "a rule that was switched off on a Friday",
    of: "prod",
    change: set("signin-fresh", { state: "disabled" }),
    met: ["signin-fresh: state is disabled"],
  },
  {
    rule: "conditional-access",
    what: "a second factor that is only reported",
    of: "prod",
    change: set("signin-factor", { state: "enabledForReportingButNotEnforced" }),
    met: ["signin-factor: state is enabledForReportingButNotEnforced"],
    also: ["second-factor"],
  },
  {
    rule: "conditional-access",
    what: "a second factor before the tickets of shares",
    of: "prod",
    change: set("signin-factor", {
      "conditions.applications.includedApplications": [
        "All",
        wellKnownApps.azureVirtualDesktop,
        wellKnownApps.windowsCloudLogin,
      ],
    }),
    met: [
      "signin-factor: it asks people for something before the applications of storage accounts",
    ],
  },
  {
    rule: "conditional-access",
    what: "five rules, one of which reports devices",
    of: "prod",
    met: [],
  },
  {
    rule: "second-factor",
    what: "a platform without emergency accounts, and so without rules",
    of: "prod",
    change: without("signin-factor", "signin-legacy"),
    met: [
      "cabinet-prod: nothing asks for a second factor before desktops",
      "cabinet-prod: nothing blocks old protocols",
    ],
  },
  {
    rule: "second-factor",
    what: "a second factor before the portal alone",
    of: "prod",
    change: set("signin-factor", {
      "conditions.applications.includedApplications": [wellKnownApps.azureManagement],
    }),
    met: ["cabinet-prod: nothing asks for a second factor before desktops"],
  },
  { rule: "second-factor", what: "the platform's rules, for all firms", of: "prod", met: [] },
  { rule: "second-factor", what: "a firm, which has none of its own", met: [] },
  {
    rule: "custom-roles",
    what: "a role that grew",
    of: "petit",
    change: set("landing-role", {
      permissions: [
        {
          actions: [
            "Microsoft.Storage/storageAccounts/listKeys/action",
            "Microsoft.Compute/virtualMachines/runCommand/action",
            "Microsoft.DesktopVirtualization/*",
            "Microsoft.DesktopVirtualization/*/read",
          ],
          dataActions: ["Microsoft.KeyVault/vaults/secrets/getSecret/action"],
        },
      ],
      assignableScopes: ["/subscriptions/6f1d2c3b-0000-4000-8000-000000000002"],
    }),
    met: [
      "landing-role: it allows Microsoft.Storage/storageAccounts/listKeys/action",
      "landing-role: it allows Microsoft.Compute/virtualMachines/runCommand/action",
      "landing-role: it allows Microsoft.DesktopVirtualization/*",
      "landing-role: it allows Microsoft.KeyVault/vaults/secrets/getSecret/action",
      "landing-role: it can be given on /subscriptions/6f1d2c3b-0000-4000-8000-000000000002",
    ],
  },
  {
    rule: "custom-roles",
    what: "a technician who adds files and does nothing else",
    of: "petit",
    change: all(),
    met: [],
  },
];
