import path from "node:path";
import { backupPresets } from "../../infra/firm/backup-presets";
import type { Firm } from "../../infra/firm/firm";
import { isRecord } from "../../infra/resources/property-values";
import { readDefinition } from "../../infra/stacks/definition";
import { recordStack } from "../../infra/stacks/program";
import { remains } from "../../infra/stacks/remains";
import { exportScript } from "../../infra/components/export-script";
import { inputsOf, named } from "../support/harness";
import { powerShellFaults } from "../support/powershell-grammar";

Error.stackTraceLimit = 0;
jest.setTimeout(60_000);

const reading = readDefinition("prod.dupont", path.join(__dirname, "../.."));
if (!reading.ok || reading.value.kind !== "firm") throw new Error("dupont is no sample");
const definition = reading.value;
const leaving: Firm = { ...definition.firm, stage: "leaving" };
const record = (firm: Firm = leaving) => recordStack(definition.name, { ...definition, firm });

const undated = { kind: "undated" } as const;
const dated = { kind: "dated", date: { year: 2026, month: 11, day: 24 } } as const;

describe("a firm that leaves", () => {
  test("A35: nobody of its people can do anything any more but fetch what is theirs", async () => {
    const { resources } = await record();
    const grants = resources.filter(
      ({ type, name }) => type.endsWith(":RoleAssignment") && /^(access|departure)-/.test(name),
    );
    expect(grants.map(({ name }) => name).toSorted()).toEqual([
      "access-supervisors-archive-storageBlobDataReader",
      "departure-supervisors-read",
    ]);
  });

  test("keeps its backups, and has a place to fetch its data from", async () => {
    const { resources } = await record();
    expect(resources.some(({ name }) => name === "recovery-dossiers-share")).toBe(true);
    expect(inputsOf(resources, "departure-export")).toMatchObject({
      containerName: "export",
      publicAccess: "None",
    });
    expect(inputsOf(resources, "departure-supervisors-read")["scope"]).toBe(
      named(resources, "departure-store-account").id,
    );
  });

  test("A35: states, before anything is destroyed, what Azure keeps and until when", async () => {
    const { resources, outputs } = await record();
    const list: unknown = outputs["remains"];
    if (!Array.isArray(list)) throw new Error("no remains");
    const ids = list.map((one: unknown) => (isRecord(one) ? String(one["id"]) : ""));
    const idOf = (name: string) => named(resources, name).id ?? "";
    expect(ids.slice(1)).toEqual([
      idOf("data"),
      idOf("recovery-vault"),
      idOf("recovery-guard"),
      idOf("recovery-dossiers-share"),
    ]);
    const vault = idOf("keys-vault").split("/").at(-1);
    expect(ids[0]).toBe(
      `/subscriptions/${leaving.subscription}/providers/Microsoft.KeyVault/locations/francecentral/deletedVaults/${vault}`,
    );
  });

  test("A35: tells what is in no list any more and could still be brought back", async () => {
    const { outputs } = await record();
    const list = outputs["recoverable"];
    if (!Array.isArray(list)) throw new Error("nothing is recoverable");
    expect(list.map((one: unknown) => (isRecord(one) ? one["fr"] : ""))).toEqual([
      expect.stringMatching(/^journaux du cabinet, récupérables : 14 jours après la destruction/),
      expect.stringMatching(/^comptes de stockage, .* : 14 jours après/),
    ]);
  });

  test("nothing of it is told while the firm stays", async () => {
    const { outputs } = await record({ ...leaving, stage: "live" });
    expect(outputs).not.toHaveProperty("remains");
    expect(outputs).not.toHaveProperty("export");
  });

  test("a file server's backups are named as Azure names them", async () => {
    const moreau = readDefinition("prod.moreau", path.join(__dirname, "../.."));
    if (!moreau.ok || moreau.value.kind !== "firm") throw new Error("moreau is no sample");
    const firm: Firm = { ...moreau.value.firm, stage: "leaving" };
    const { resources } = await recordStack(moreau.value.name, { ...moreau.value, firm });
    const ids = remains("prod", firm, "kv", undated).map(({ id }) => id);
    expect(ids).toContain(named(resources, "files-backup-server").id);
  });

  test.each(["dupont", "moreau"])(
    "A35: what a locked vault keeps is named as %s registers it, and refers to nothing that goes",
    async (key) => {
      const sample = readDefinition(`prod.${key}`, path.join(__dirname, "../.."));
      if (!sample.ok || sample.value.kind !== "firm") throw new Error(`${key} is no sample`);
      const { name, firm: as } = sample.value;
      const backup = { ...backupPresets.standard, immutability: "locked" as const };
      const firm: Firm = { ...as, stage: "leaving", backup, sites: [] };
      const { resources } = await recordStack(name, { ...sample.value, firm });
      const kept = remains("prod", firm, "kv", undated)
        .slice(1)
        .map(({ id }) => id);
      const stay = resources.filter(({ id }) => id !== undefined && kept.includes(id));
      expect(new Set(stay.map(({ id }) => id))).toEqual(new Set(kept));
      const going = resources.filter(({ id, custom }) => custom && !kept.includes(id ?? ""));
      const urns = new Set(going.map(({ urn }) => urn));
      const held = stay.flatMap(({ dependsOn }) => dependsOn.filter((urn) => urns.has(urn)));
      expect(held).toEqual([]);
    },
  );

  test("days by the preset, and dates where the day is known", () => {
    const texts = (firm: Firm, today: typeof undated | typeof dated) =>
      remains("prod", firm, "kv", today).map(({ en }) => en);
    expect(texts(leaving, undated)[0]).toContain("90 days after the destruction");
    expect(texts(leaving, undated)[2]).toBe("recovery vault: 14 days after the destruction");
    expect(texts(leaving, dated)[2]).toBe(
      "recovery vault: 14 days after the destruction, 2026-12-08 at the earliest",
    );
    const strict = { ...leaving, backup: backupPresets.strict };
    expect(texts(strict, undated)[2]).toContain("90 days");
    const locked = {
      ...leaving,
      backup: { ...backupPresets.strict, immutability: "locked" as const },
    };
    expect(texts(locked, undated)[2]).toContain("12 months after the last copy");
  });

  test("where vaults take no shares only the key vault remains", () => {
    expect(remains("prod", { ...leaving, region: "italynorth" }, "kv", undated)).toHaveLength(1);
  });
});

test("A35: the export is PowerShell that lists every file with its hash, and the FEC apart", async () => {
  const script = exportScript({
    share: String.raw`\\stdupont.file.core.windows.net\dossiers`,
    account: "stexport",
    container: "export",
  });
  expect(await powerShellFaults(script)).toEqual([]);
  expect(script).toContain("Get-FileHash");
  expect(script).toContain(String.raw`'^\d{9}FEC\d{8}\.txt$'`);
  expect(script).toContain("https://stexport.blob.core.windows.net/export");
});
