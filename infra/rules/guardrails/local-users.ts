import { inputAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const localUsers: Guardrail = {
  id: "local-users",
  what: "storage accounts know no users of their own",
  why: "a password or key that lives in an account outlasts the person it was given to, and no second factor guards it",
  severity: "error",
  source: "Azure review checklists, storage: ad53cc7c",
  remedy:
    "remove isSftpEnabled and isLocalUserEnabled; a technician adds files with a token that ends by itself",
  check: eachOf(["storage:StorageAccount", "storage:LocalUser"], (resource) =>
    resource.type.endsWith(":LocalUser")
      ? "it is a user of the account's own"
      : ["isSftpEnabled", "isLocalUserEnabled"]
          .filter((path) => inputAt(resource, path) === true)
          .map((path) => `${path} is true`),
  ),
};
