import { makeKit } from "../../../infra/kit/make-kit";
import { sampleWish } from "../../support/kit-wish";
import { nodesOf, parsePowerShell } from "../../support/powershell-grammar";

test("a service that is off already is no part of what must still leave, though its program is there", async () => {
  const file = makeKit(sampleWish("dupont")).find(
    ({ path }) => path === "ancien-serveur/depart.ps1",
  );
  const root = await parsePowerShell(new TextDecoder().decode(file?.bytes));
  const said = (type: string, start: string) =>
    nodesOf(root)
      .filter((node) => node.type === type && node.text.startsWith(start))
      .map(({ text }) => text.replaceAll(/\s+/g, " "));
  // Without it the work order's proof, "finds only what was refused", could never be had.
  expect(said("assignment_expression", "$off")).toEqual([
    "$off = @($state.services | Where-Object { $_.state -eq 'stopped' -and $_.start -eq 'disabled' } | ForEach-Object { $_.name })",
  ]);
  const inventory = said("assignment_expression", "$items").join("");
  expect(inventory).toContain("if ($kind -eq 'service' -and $off -contains $finding.subject)");
});
