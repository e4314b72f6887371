import { unusedTokens } from "../../infra/stacks/registration-tokens";

const urn = (name: string) =>
  `urn:pulumi:prod.dupont::cabinet::cabinet:firm:SessionHosts$azure-native:resources:Deployment::${name}`;
const deployment = (name: string, ...dependencies: string[]) => ({
  urn: urn(name),
  type: "azure-native:resources:Deployment",
  dependencies: dependencies.map(urn),
});
const token = deployment("hosts-g2-token-2");
const agent = (host: number) => deployment(`hosts-g2-${host}-agent`, "hosts-g2-token-2");

test("a token that all its hosts have used is left to expire", () => {
  expect(unusedTokens([token, agent(1), agent(2)])).toEqual([]);
});

test("a token that hosts still wait for is named, also when no host has used it", () => {
  expect(unusedTokens([token, agent(1)])).toEqual([token.urn]);
  expect(unusedTokens([token])).toEqual([token.urn]);
});

test("other deployments, and machines that come after a token, are none of it", () => {
  const machine = { ...agent(2), type: "azure-native:compute:VirtualMachine" };
  expect(unusedTokens([deployment("hosts-g2-1-join"), token, agent(1), machine])).toEqual([
    token.urn,
  ]);
});
