import { createHmac } from "node:crypto";
import { keyOf } from "../store/resources";
import { textOf } from "../values/json";
import type { JsonObject } from "../values/property";
import type { World } from "./world";

/** The two keys of an account: always the same within one store, and telling nothing. */
export function listKeys(
  { fingerprint }: World,
  id: string,
): readonly { readonly keyName: string; readonly value: string; readonly permissions: string }[] {
  return ["key1", "key2"].map((keyName) => ({
    keyName,
    value: Buffer.from(fingerprint(`${keyOf(id)} ${keyName}`).repeat(2), "hex").toString("base64"),
    permissions: "FULL",
  }));
}

/** Version of the storage service whose tokens ARM makes. */
const sasVersion = "2015-04-05";

/**
 * A service SAS over one resource, signed with one of the account's keys: the same question, the same token.
 * https://learn.microsoft.com/rest/api/storageservices/create-service-sas#version-2015-04-05-and-later
 */
export function serviceSas(world: World, accountId: string, given: JsonObject): string {
  const text = (name: string): string => textOf(given[name]);
  const signed = [
    ["sv", sasVersion],
    ["sr", text("resource")],
    ["sp", text("permissions")],
    ["st", text("sharedAccessStartTime")],
    ["se", text("sharedAccessExpiryTime")],
    ["spr", text("protocols")],
  ].filter(([, value]) => value !== "");
  const keys = listKeys(world, accountId);
  const key = keys.find(({ keyName }) => keyName === text("keyToSign")) ?? keys[0];
  const signature = createHmac("sha256", Buffer.from(key?.value ?? "", "base64"))
    .update([...signed.flat(), text("canonicalizedResource")].join("\n"))
    .digest("base64");
  return [...signed, ["sig", signature]]
    .map(([name = "", value = ""]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}
