import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { stableGuid } from "../azure/guid";
import type { NameOwner } from "../azure/names";
import { consoleTables } from "../watch/console";
import type { CustomRole } from "./role-grant";

export interface SupervisorRoleArgs {
  /** Required. The firm whose sessions it is about. */
  readonly owner: NameOwner & { readonly firm: string };
  /** Required. Groups of the host pool, the log workspace and the console: it can be given in them alone. */
  readonly groupIds: readonly [pulumi.Input<string>, ...pulumi.Input<string>[]];
}

const sessions = "Microsoft.DesktopVirtualization/hostPools/sessionHosts/userSessions";
const logs = "Microsoft.OperationalInsights/workspaces";

/**
 * Everything a supervisor may do in Azure. Each of them does something on one of the role's three
 * scopes only: the host pool, the log workspace, the console. Queries are allowed table by table:
 * https://learn.microsoft.com/azure/azure-monitor/logs/manage-access#set-table-level-read-access
 */
export const supervisorActions: readonly string[] = [
  "Microsoft.DesktopVirtualization/hostPools/read",
  "Microsoft.DesktopVirtualization/hostPools/sessionHosts/read",
  `${sessions}/read`,
  `${sessions}/sendMessage/action`,
  `${sessions}/disconnect/action`,
  `${sessions}/delete`,
  `${logs}/read`,
  `${logs}/query/read`,
  ...consoleTables.map((table) => `${logs}/query/${table}/read`),
  "Microsoft.Insights/workbooks/read",
];

/**
 * The role of those who look after a firm's sessions: they see them, send messages and log them off,
 * and see the console. No right on a machine, a secret or a store. It can be given in the
 * groups of those three and nowhere else.
 */
export class SupervisorRole extends pulumi.ComponentResource {
  readonly role: CustomRole;

  constructor(name: string, args: SupervisorRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:SupervisorRole", name, {}, opts);
    const { environment, firm } = args.owner;
    const [scope] = args.groupIds;

    const definition = new authorization.RoleDefinition(
      `${name}-definition`,
      {
        scope,
        roleDefinitionId: stableGuid("supervisorRole", environment, firm),
        // Unique in the tenant.
        roleName: `cabinet-${environment}-${firm}-supervisor`,
        roleType: "CustomRole",
        description: "Sees sessions and the console, sends messages, logs off. Nothing else.",
        permissions: [{ actions: [...supervisorActions], notActions: [] }],
        assignableScopes: [...args.groupIds],
      },
      { parent: this },
    );

    this.role = { word: "supervisor", definitionId: definition.id };
    this.registerOutputs({});
  }
}
