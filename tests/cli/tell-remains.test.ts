import { tellRemains } from "../../infra/cli/tell-remains";
import { Terminal } from "../../infra/cli/terminal";
import type { Firm } from "../../infra/firm/firm";
import { firm, platform } from "../support/builders";

const dupont = { kind: "firm", text: "prod.dupont", environment: "prod", firm: "dupont" } as const;

function told(verb: "preview" | "up" | "destroy", stage: Firm["stage"]): string {
  const lines: string[] = [];
  const terminal = new Terminal();
  jest.spyOn(terminal, "note").mockImplementation((line) => void lines.push(line));
  tellRemains(verb, dupont, { platform: platform(), firm: firm({ stage }) }, terminal);
  return lines.join("\n");
}

test.each([
  ["preview", "leaving"],
  ["up", "leaving"],
  ["destroy", "live"],
] as const)("A35: %s at stage %s says what Azure keeps and until when", (verb, stage) => {
  const text = told(verb, stage);
  expect(text).toMatch(/^of prod\.dupont Azure will keep, once it is destroyed:\n/);
  expect(text).toContain("deleted key vault, with the firm's keys: 90 days");
  expect(text).toContain("recovery vault: 14 days");
  expect(text).toContain("the firm's logs, recoverable: 14 days");
});

test.each(["preview", "up"] as const)("%s of a firm that stays says nothing of it", (verb) => {
  expect(told(verb, "live")).toBe("");
});
