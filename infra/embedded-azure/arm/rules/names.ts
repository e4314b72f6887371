import { keyOf } from "../../store/resources";
import { ArmError } from "../error";
import type { Rule } from "../world";

/** What an account or a container has exactly one of. */
const onlyOne = {
  pattern: /^default$/i,
  code: "InvalidResourceName",
  rule: "There is only one, and it is called default.",
};

/** https://learn.microsoft.com/rest/api/dns/dnsresolver/dns-resolver-policies/create-or-update */
const dnsPart = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9_-]{0,78}[A-Za-z0-9])?$/,
  code: "InvalidResourceName",
  rule: "Its name has 1 to 80 letters, numbers, underscores and hyphens, and begins and ends with a letter or number.",
};

/**
 * Names ARM takes, for the types this product uses:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
const legal: Readonly<
  Record<string, { readonly pattern: RegExp; readonly code: string; readonly rule: string }>
> = {
  "microsoft.storage/storageaccounts": {
    pattern: /^[a-z0-9]{3,24}$/,
    code: "AccountNameInvalid",
    rule: "Storage account name must be between 3 and 24 characters in length and use numbers and lower-case letters only.",
  },
  "microsoft.storage/storageaccounts/fileservices/shares": {
    pattern: /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    code: "InvalidResourceName",
    rule: "A share name has 3 to 63 lower-case letters, numbers and single hyphens, and neither begins nor ends with a hyphen.",
  },
  "microsoft.keyvault/vaults": {
    pattern: /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
    code: "VaultNameNotValid",
    rule: "A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens.",
  },
  "microsoft.keyvault/vaults/secrets": {
    pattern: /^[A-Za-z0-9-]{1,127}$/,
    code: "BadParameter",
    rule: "A secret's name has 1 to 127 letters, numbers and hyphens.",
  },
  "microsoft.resources/resourcegroups": {
    pattern: /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u,
    code: "InvalidResourceGroup",
    rule: "A resource group's name has 1 to 90 letters, numbers, underscores, parentheses, hyphens and periods, and does not end with a period.",
  },
  "microsoft.resources/deployments": {
    pattern: /^[A-Za-z0-9_().-]{1,64}$/,
    code: "InvalidDeploymentName",
    rule: "A deployment's name has 1 to 64 letters, numbers, underscores, parentheses, hyphens and periods.",
  },
  "microsoft.compute/virtualmachines": {
    pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9_]$|^[A-Za-z0-9]$/,
    code: "InvalidParameter",
    rule: "A virtual machine's name has 1 to 64 letters, numbers, underscores, periods and hyphens.",
  },
  "microsoft.network/virtualnetworks": {
    pattern: /^[A-Za-z0-9]([\w.-]{0,62}\w)?$/,
    code: "InvalidResourceName",
    rule: "A virtual network's name has 1 to 64 letters, numbers, underscores, periods and hyphens.",
  },
  "microsoft.network/virtualnetworks/subnets": {
    pattern: /^[A-Za-z0-9]([\w.-]{0,78}\w)?$/,
    code: "InvalidResourceName",
    rule: "A subnet's name has 1 to 80 letters, numbers, underscores, periods and hyphens.",
  },
  "microsoft.recoveryservices/vaults": {
    pattern: /^[A-Za-z][A-Za-z0-9-]{1,49}$/,
    code: "InvalidResourceName",
    rule: "A vault's name has 2 to 50 letters, numbers and hyphens and begins with a letter.",
  },
  "microsoft.desktopvirtualization/hostpools": desktop("host pool"),
  "microsoft.desktopvirtualization/applicationgroups": desktop("application group"),
  "microsoft.desktopvirtualization/workspaces": desktop("workspace"),
  "microsoft.desktopvirtualization/scalingplans": desktop("scaling plan"),
  // https://learn.microsoft.com/rest/api/desktopvirtualization/applications/create-or-update
  "microsoft.desktopvirtualization/applicationgroups/applications": {
    pattern: /^[A-Za-z0-9@.\-_ ]{3,24}$/,
    code: "InvalidResourceName",
    rule: "An application's name has 3 to 24 letters, numbers, spaces and the characters @.-_.",
  },
  "microsoft.compute/galleries": {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9_.]{0,78}[A-Za-z0-9])?$/,
    code: "InvalidParameter",
    rule: "A gallery's name has 1 to 80 letters, numbers, underscores and periods.",
  },
  "microsoft.keyvault/vaults/keys": {
    pattern: /^[A-Za-z0-9-]{1,127}$/,
    code: "BadParameter",
    rule: "A key's name has 1 to 127 letters, numbers and hyphens.",
  },
  "microsoft.storage/storageaccounts/blobservices": onlyOne,
  "microsoft.storage/storageaccounts/fileservices": onlyOne,
  "microsoft.storage/storageaccounts/managementpolicies": onlyOne,
  "microsoft.storage/storageaccounts/blobservices/containers/immutabilitypolicies": onlyOne,
  "microsoft.network/dnsresolverpolicies": dnsPart,
  "microsoft.network/dnsresolverpolicies/dnssecurityrules": dnsPart,
  "microsoft.network/dnsresolverpolicies/virtualnetworklinks": dnsPart,
  "microsoft.network/dnsresolverdomainlists": dnsPart,
  "microsoft.operationalinsights/workspaces": {
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
    code: "InvalidResourceName",
    rule: "A workspace's name has 4 to 63 letters, numbers and hyphens, and neither begins nor ends with a hyphen.",
  },
  // `az containerapp job create --name`
  "microsoft.app/jobs": {
    pattern: /^(?!.*--)[a-z][a-z0-9-]{0,29}[a-z0-9]$/,
    code: "ContainerAppInvalidName",
    rule: "A job's name has 2 to 31 lower-case letters, numbers and single hyphens, begins with a letter and does not end with a hyphen.",
  },
  "microsoft.app/managedenvironments": {
    pattern: /^(?!.*--)[a-z][a-z0-9-]{0,58}[a-z0-9]$/,
    code: "ManagedEnvironmentInvalidName",
    rule: "An environment's name has 2 to 60 lower-case letters, numbers and single hyphens, begins with a letter and does not end with a hyphen.",
  },
  "microsoft.authorization/roleassignments": {
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    code: "InvalidRoleAssignmentId",
    rule: "The role assignment ID must be a GUID.",
  },
};

/** A resource's name is one its type may have. */
export const nameIsLegal: Rule = (_world, { parts, name, wish }) => {
  const row = legal[keyOf(parts.type)];
  if (row !== undefined && !row.pattern.test(name))
    throw new ArmError(400, row.code, `'${name}' is not a valid name for ${wish.id}. ${row.rule}`);
};

function desktop(what: string) {
  return {
    pattern: /^[A-Za-z0-9]([\w.-]{0,62}\w)?$/,
    code: "InvalidResourceName",
    rule: `The name of a ${what} has 1 to 64 letters, numbers, underscores, periods and hyphens.`,
  };
}
