import path from "node:path";
import { readDefinition } from "../../infra/stacks/definition";
import { firmVaultId, secretsByHand } from "../../infra/stacks/firm-vault";
import { recordStack } from "../../infra/stacks/program";
import { firm, domainIdentity } from "../support/builders";

const root = path.join(__dirname, "../..");

test("is the vault that the stack makes", async () => {
  const reading = readDefinition("prod.petit", root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error("petit is no sample");
  const { resources } = await recordStack(reading.value.name, reading.value);
  const [vault] = resources.filter(({ type }) => type === "azure-native:keyvault:Vault");
  expect(firmVaultId("prod", reading.value.firm)).toBe(vault?.id);
});

test("a firm without a domain needs no secret from a person, one with Citrix needs two", () => {
  expect(secretsByHand(firm())).toEqual([]);
  expect(secretsByHand(firm({ identity: domainIdentity("hybrid") }))).toEqual(["domain-join"]);
  const reading = readDefinition("prod.rousseau", root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error("rousseau is no sample");
  expect(secretsByHand(reading.value.firm)).toEqual(["domain-join", "citrix-client"]);
});
