import { keyOf } from "../../store/resources";
import { isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import type { Rule } from "../world";

/** Names Windows machines may not give their administrator: https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile */
const reserved = new Set(
  "1 123 a actuser adm admin admin1 admin2 administrator aspnet backup console david guest john owner root server sql support support_388945a0 sys test test1 test2 test3 user user1 user2 user3 user4 user5".split(
    " ",
  ),
);

/** What Azure demands of the operating system's settings of a Windows machine. */
export const windowsSettings: Rule = (_world, { wish, parts }) => {
  if (keyOf(parts.type) !== "microsoft.compute/virtualmachines") return;
  const profile = wish.body["osProfile"];
  if (!isJsonObject(profile) || profile["linuxConfiguration"] !== undefined) return;
  const { computerName, adminUsername, adminPassword } = profile;
  if (typeof computerName === "string" && (computerName.length > 15 || /^\d+$/.test(computerName)))
    refuse(
      "computerName",
      `Windows computer name cannot be more than 15 characters long or be entirely numeric: '${computerName}'.`,
    );
  if (typeof adminUsername === "string" && reserved.has(adminUsername.toLowerCase()))
    refuse("adminUsername", "The Admin Username specified is not allowed.");
  if (typeof adminPassword !== "string") return;
  if (adminPassword.length < 8 || adminPassword.length > 123)
    refuse("adminPassword", "The supplied password must be between 8-123 characters long.");
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(adminPassword));
  if (kinds.length < 3)
    refuse(
      "adminPassword",
      "The supplied password must satisfy at least 3 of password complexity requirements: lower case, upper case, digit, special character.",
    );
};

function refuse(property: string, text: string): never {
  throw new ArmError(400, "InvalidParameter", `${text} (osProfile.${property})`);
}
