import { previewCost } from "../../infra/cli/cost-preview";
import { openInputs } from "../../infra/cli/inputs";
import { Terminal } from "../../infra/cli/terminal";

// The first test loads Pulumi.
jest.setTimeout(60_000);

/** What the end of a preview prints, of a firm that is not deployed yet. */
async function printed(name: string, options: Parameters<typeof previewCost>[2]) {
  const terminal = new Terminal();
  const print = jest.spyOn(terminal, "print").mockImplementation();
  const error = jest.spyOn(terminal, "error").mockImplementation();
  const cost = await previewCost(openInputs().resolve(name, "prod"), undefined, options, terminal);
  const said = ({ mock }: typeof print | typeof error) => mock.calls.flat().join("\n");
  return { cost, text: said(print), refused: said(error) };
}

test("A06: a preview ends with the month now and then, a person's part, and the years against a renewal", async () => {
  const { text, cost } = await printed("dupont", {});
  expect(text).toContain("prod.dupont  Cabinet Dupont & Associés: a month, against deployed");
  expect(text).toMatch(/Now €0\.00, then €[\d,]+\.\d\d: \+€.*\nThen €\d+\.\d\d a person \(12\)/);
  expect(text).toMatch(/60 months: €[\d,]+; hosting and the slim server:\s+[-+]€[\d,]+\s+against/);
  expect(cost?.exitCode).toBe(0);
});

test("in French for who shows it to the firm", async () => {
  const { text } = await printed("dupont", { lang: "fr" });
  expect(text).toContain("un mois, comparé avec l'existant");
  expect(text).toMatch(
    /puis [\d\u00a0]+,\d\d\u00a0€: .*\nEnsuite \d+,\d\d\u00a0€ par personne \(12\)/,
  );
});

test("a month above the budget refuses", async () => {
  const { cost, refused } = await printed("dupont", { set: ["budget=500 EUR"] });
  expect(cost?.exitCode).toBe(10);
  expect(refused).toContain("of its budget of 500 EUR");
});

test("a document prints nothing beside itself, a platform has no bill", async () => {
  const { text, cost } = await printed("dupont", { json: true });
  expect(text).toBe("");
  expect(cost?.summary).toBeDefined();
  expect(await printed("prod", {})).toMatchObject({ cost: undefined, text: "" });
});
