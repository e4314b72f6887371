import { existsSync } from "node:fs";
import path from "node:path";
import { families } from "../../../infra/cost/families";
import { whyFree } from "../../../infra/cost/families/free";
import { allUsageKeys } from "../../../infra/cost/usage-keys";

const types = families.flatMap((family) => family.types);

test("every type belongs to one family, and none is also free", () => {
  expect(new Set(types.map((type) => type.toLowerCase())).size).toBe(types.length);
  expect(types.filter((type) => whyFree(type.toLowerCase()) !== undefined)).toEqual([]);
});

test("every usage key is read by some family", () => {
  const read = new Set(families.flatMap((family) => family.usage));
  expect(allUsageKeys.filter((key) => !read.has(key))).toEqual([]);
});

test("every type is one of the SDK, in its place of today or of an older version", () => {
  const older =
    /^(insights:|network:(Zone|PrivateZone|RecordSet|PrivateRecordSet|(In|Out)boundEndpoint|DnsForwardingRuleset|DnsResolverPolicy)$)/;
  const unknown = types.filter((type) => !older.test(type) && !existsSync(classFile(type)));
  expect(unknown).toEqual([]);
});

/** `network:NatGateway` is made by `@pulumi/azure-native/network/natGateway.js`. */
function classFile(type: string): string {
  const [module = "", name = ""] = type.split(":");
  const file = `${name[0]?.toLowerCase() ?? ""}${name.slice(1)}.js`;
  return path.resolve(__dirname, "../../../node_modules/@pulumi/azure-native", module, file);
}
