import { createHash } from "node:crypto";
import { dscDocument, documentHash } from "../../../infra/kit/module/dsc-document";
import { makeKit } from "../../../infra/kit/make-kit";
import { dscConfiguration } from "../../support/dsc-schema";
import { sampleWish } from "../../support/kit-wish";
import { sampleSite } from "../../support/sample-firms";

const { site } = sampleSite("dupont");
const documentOf = (machine: (typeof site.machines)[number], of = site): unknown =>
  JSON.parse(new TextDecoder().decode(dscDocument(of, machine).bytes));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test.each(site.machines)("document of $name is one that DSC 3 takes", (machine) => {
  const { resources } = dscConfiguration.parse(documentOf(machine));
  expect(resources).toEqual([
    {
      name: "slim server",
      type: "CabinetSlimServer/SlimServer",
      directives: { requireAdapter: "Microsoft.Adapter/WindowsPowerShell" },
      properties: { Machine: machine.name, Correct: "false" },
    },
  ]);
});

test("rejects what DSC refuses: an unknown key, a name with a sign, a type without an owner, another schema", () => {
  const [machine] = site.machines;
  if (machine === undefined) throw new Error("no machine");
  const good = dscConfiguration.parse(documentOf(machine));
  const [resource] = good.resources;
  const bad: readonly object[] = [
    { ...good, kind: "x" },
    { ...good, resources: [{ ...resource, name: "slim-server" }] },
    { ...good, resources: [{ ...resource, type: "SlimServer" }] },
    { ...good, resources: [{ ...resource, directives: { adapter: "x/y" } }] },
    { ...good, resources: [resource, resource] },
    { ...good, $schema: "https://aka.ms/dsc/schemas/v2/config/document.json" },
  ];
  for (const one of bad) expect(dscConfiguration.safeParse(one).success).toBe(false);
});

test("one hash says which list a report answers: the document names the list beside it, and changes with it", () => {
  const kit = makeKit(sampleWish("dupont"));
  const bytesOf = (path: string) => {
    const file = kit.find((one) => one.path === path);
    if (file === undefined) throw new Error(`${path} is not in the kit`);
    return file.bytes;
  };
  for (const machine of site.machines) {
    const folder = `serveur/${machine.name}`;
    expect(documentOf(machine)).toMatchObject({
      metadata: {
        cabinet: { list: sha256(bytesOf(`${folder}/Modules/CabinetSlimServer/expected.json`)) },
      },
    });
    expect(documentHash(site, machine)).toBe(sha256(bytesOf(`${folder}/${machine.name}.dsc.json`)));
    const wider = { ...site, features: [...site.features, "Telnet-Client"] };
    expect(documentHash(wider, machine)).not.toBe(documentHash(site, machine));
  }
});
