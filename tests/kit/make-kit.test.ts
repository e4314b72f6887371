import { createHash } from "node:crypto";
import { configurationPackage } from "../../infra/kit/module/configuration-package";
import { scriptFile, type KitFile } from "../../infra/kit/kit-file";
import { makeKit } from "../../infra/kit/make-kit";
import { allowedArcExtensions } from "../../infra/slim-server/arc-extensions";
import type { PowerShellData } from "../../infra/windows/powershell";
import {
  kitDataOf,
  nodesOf,
  parsePowerShell,
  powerShellFaults,
} from "../support/powershell-grammar";
import { sampleWish } from "../support/kit-wish";

const samples = ["dupont", "moreau", "rousseau"];

function textOf({ bytes }: KitFile): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function hashesOf(kit: readonly KitFile[]): readonly string[] {
  return kit.map(
    ({ path, bytes }) => `${path} ${createHash("sha256").update(bytes).digest("hex")}`,
  );
}

function scriptsOf(kit: readonly KitFile[]): readonly KitFile[] {
  return kit.filter(({ path }) => /\.ps(m|d)?1$/.test(path));
}

describe.each(samples)("A24: kit of %s", (key) => {
  const wish = sampleWish(key);
  const kit = makeKit(wish);

  test("is the same to the byte whenever it is made", () => {
    expect(hashesOf(makeKit(sampleWish(key)))).toEqual(hashesOf(kit));
  });

  test("names every file once, in ASCII, and its hash in the manifest", () => {
    const paths = kit.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => !/^[\w.-]+(\/[\w.-]+)*$/.test(path))).toEqual([]);
    const manifest = JSON.parse(textOf(kit.at(-1) ?? fail()));
    expect(manifest.files).toEqual(
      kit.slice(0, -1).map(({ path, bytes }) => ({
        path,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      })),
    );
  });

  test("has scripts that are PowerShell, and readable by 5.1", async () => {
    const scripts = scriptsOf(kit);
    expect(scripts.length).toBeGreaterThan(8);
    // Of modules, which are the same on every machine, one is enough.
    const texts = new Map(scripts.map((script) => [textOf(script), script.path]));
    for (const [text, path] of texts) {
      expect([path, await powerShellFaults(text)]).toEqual([path, []]);
      expect(text.startsWith("\uFEFF")).toBe(true);
      expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    }
  });

  test("has the very package that Azure is told the hash of", () => {
    for (const machine of wish.site.machines) {
      const made = configurationPackage(wish.firm, wish.site, machine);
      const file = kit.find(({ path }) => path.endsWith(`/${made.name}.zip`)) ?? fail();
      const hash = createHash("sha256").update(file.bytes).digest("hex").toUpperCase();
      expect(hash).toBe(made.sha256);
    }
  });

  test("is strict, and asks ShouldProcess before every change", async () => {
    for (const script of kit.filter(({ path }) => path.endsWith(".ps1"))) {
      const text = textOf(script);
      expect(text).toContain("Set-StrictMode -Version 3.0");
      expect([script.path, await unguarded(text)]).toEqual([script.path, []]);
    }
    expect(await unguarded("Install-WindowsFeature DNS")).toEqual(["Install-WindowsFeature DNS"]);
  });

  test("holds no secret, and no way to write one down", () => {
    const all = kit.map(textOf).join("\n");
    expect(all).not.toMatch(/AsPlainText|ConvertTo-SecureString|client-?secret\s*=|PRIVATE KEY/i);
  });
});

/** Commands of a script that change something without having asked ShouldProcess. */
async function unguarded(text: string): Promise<readonly string[]> {
  const changes =
    /^(Set|New|Add|Remove|Install|Uninstall|Rename|Stop|Start|Register|Invoke-Agent|pnputil)/;
  // They change the script itself, or make what another command is given.
  const harmless = /^(Set-StrictMode|New-TimeSpan|New-ScheduledTask\w+)$/;
  const nodes = nodesOf(await parsePowerShell(text));
  const asking = nodes
    .filter((node) => node.type === "function_statement" && node.text.includes("ShouldProcess"))
    .map((node) => node.children.find((child) => child?.type === "function_name")?.text);
  return nodes
    .filter((node) => {
      if (node.type !== "command") return false;
      const name = node.childForFieldName("command_name")?.text ?? "";
      if (!changes.test(name) || harmless.test(name) || asking.includes(name)) return false;
      for (let up = node.parent; up !== null; up = up.parent) {
        // A function that does not ask is itself a change, wherever it is called.
        if (up.type === "function_statement") return false;
        if (up.type === "if_statement" && up.text.includes("ShouldProcess")) return false;
      }
      return true;
    })
    .map((node) => node.text.split("\n")[0] ?? "");
}

test("Arc's agent takes what the guardrails allow and nothing else, in the group they want", async () => {
  const kit = makeKit(sampleWish("moreau"));
  const script = kit.find(({ path }) => path === "serveur/VOIRON-SRV1/50-arc.ps1") ?? fail();
  const [machine] = arcIds("moreau");
  expect(machine).toBeDefined();
  expect(await kitDataOf(textOf(script))).toMatchObject({
    Extensions: allowedArcExtensions.map(({ publisher, type }) => `${publisher}/${type}`),
    ResourceId: machine,
  });
});

function arcIds(key: string): readonly string[] {
  const { supervision } = sampleWish(key).site;
  return supervision.kind === "arc" ? supervision.machines.map(({ id }) => id) : [];
}

test("rejects a script that has no place for its data", () => {
  expect(() =>
    scriptFile("a.ps1", "desk/check", { A: "b" } satisfies PowerShellData),
  ).not.toThrow();
  expect(() => scriptFile("a.ps1", "../../tests/support/no-place", {})).toThrow("no-place.ps1");
});

function fail(): never {
  throw new Error("not there");
}
