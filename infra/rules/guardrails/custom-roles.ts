import { isInside, listAt, listIn } from "../inputs";
import { eachOf, type Guardrail } from "../model";

/** What a role of our own never allows; wildcards are for reading only. */
const forbidden = [
  /^(?!.*\/read$).*\*/i,
  /listKeys|listAccountSas|listServiceSas|listAdminCredentials/i,
  /^Microsoft\.KeyVault\/vaults\/(secrets|keys)\/(?!read$)/i,
  /^Microsoft\.Authorization\/.*\/(write|delete)$/i,
  /^Microsoft\.Compute\/virtualMachines\/(write|delete|runCommand|extensions)/i,
];

export const customRoles: Guardrail = {
  id: "custom-roles",
  what: "roles of our own name each action, can be given in this stack's groups only, and reach no machine, secret or key",
  why: "a role that may list keys or run commands is all roles",
  severity: "error",
  source: "row A29 (denied: VM delete, listKeys, secrets); Azure review checklists, AVD: baaab757",
  remedy: "write the actions out, and a resource group of this subscription under assignableScopes",
  check: eachOf(["authorization:RoleDefinition"], (role, { subscription }) => [
    ...listAt(role, "permissions")
      .flatMap((one) => [...listIn(one, "actions"), ...listIn(one, "dataActions")])
      .map(String)
      .filter((action) => forbidden.some((pattern) => pattern.test(action)))
      .map((action) => `it allows ${action}`),
    ...listAt(role, "assignableScopes")
      .map(String)
      .filter((scope) => !isInside(scope, `/subscriptions/${subscription}/resourceGroups`))
      .map((scope) => `it can be given on ${scope}`),
  ]),
};
