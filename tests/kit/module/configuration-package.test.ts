import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import {
  configurationName,
  configurationPackage,
  largestPackage,
} from "../../../infra/kit/module/configuration-package";
import { parseMof } from "../../support/mof-grammar";
import { sampleSite } from "../../support/sample-firms";

const offices = ["dupont", "moreau", "rousseau"].flatMap((key) => {
  const { firm, site } = sampleSite(key);
  return site.machines.map((machine) => [machine.name, firm, site, machine] as const);
});

function contentOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      new TextDecoder().decode(content),
    ]),
  );
}

describe.each(offices)("package of %s", (_, firm, site, machine) => {
  const made = configurationPackage(firm, site, machine);
  const files = contentOf(made.bytes);

  test("has its files at the top, under the one name, and the module below Modules", () => {
    expect(Object.keys(files)).toEqual([
      "Modules/CabinetSlimServer/CabinetSlimServer.psd1",
      "Modules/CabinetSlimServer/CabinetSlimServer.psm1",
      "Modules/CabinetSlimServer/expected.json",
      `${made.name}.metaconfig.json`,
      `${made.name}.mof`,
    ]);
  });

  test("has a configuration of one resource that the module has", () => {
    expect(parseMof(files[`${made.name}.mof`] ?? "")).toEqual([
      {
        className: "SlimServer",
        alias: "$SlimServer1ref",
        properties: {
          ResourceID: "[SlimServer]Machine",
          Machine: machine.name,
          Correct: "false",
          ModuleName: "CabinetSlimServer",
          ModuleVersion: "1.0.0",
          ConfigurationName: made.name,
        },
      },
      {
        className: "OMI_ConfigurationDocument",
        alias: undefined,
        properties: {
          Version: "2.0.0",
          MinimumCompatibleVersion: "1.0.0",
          CompatibleVersionAdditionalProperties: ["Omi_BaseResource:ConfigurationName"],
          Name: made.name,
        },
      },
    ]);
    expect(JSON.parse(files[`${made.name}.metaconfig.json`] ?? "")).toEqual({
      Type: machine.role === "print" ? "AuditAndSet" : "Audit",
      Version: "1.0.0",
    });
  });

  test("is named by letters, digits and _, within Azure's limit of size, with its own hash", () => {
    expect(made.name).toMatch(/^[A-Za-z]\w{0,127}$/);
    expect(made.bytes.length).toBeLessThan(largestPackage);
    expect(made.sha256).toBe(createHash("sha256").update(made.bytes).digest("hex").toUpperCase());
  });

  test("is the same to the byte whenever it is made", () => {
    expect(configurationPackage(firm, site, machine).sha256).toBe(made.sha256);
  });
});

test("features are removed only where the firm file says so, and never from a machine with a directory", () => {
  const { firm, site } = sampleSite("dupont");
  const arc = { kind: "arc", machines: [], administrators: [], readableUntil: undefined } as const;
  const corrects = (correction: "report" | "correct") =>
    site.machines.map((machine) => {
      const { bytes, name } = configurationPackage(
        firm,
        { ...site, supervision: { ...arc, correction } },
        machine,
      );
      const [resource] = parseMof(contentOf(bytes)[`${name}.mof`] ?? "");
      return [machine.role, resource?.properties["Correct"]];
    });
  expect(corrects("report")).toEqual([
    ["host", "false"],
    ["controller", "false"],
    ["print", "false"],
  ]);
  expect(corrects("correct")).toEqual([
    ["host", "true"],
    ["controller", "false"],
    ["print", "true"],
  ]);
});

test("names of the packages of a firm differ", () => {
  const names = offices.map(([, firm, site, machine]) => configurationName(firm, site, machine));
  expect(new Set(names).size).toBe(names.length);
});

test("no zip of ours has a time of today", () => {
  const [, firm, site, machine] = offices[0] ?? [];
  if (firm === undefined || site === undefined || machine === undefined)
    throw new Error("no office");
  const { bytes } = configurationPackage(firm, site, machine);
  // The first local file header: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.7
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  expect(header.getUint32(0, true)).toBe(0x04_03_4b_50);
  expect(header.getUint16(8, true)).toBe(0);
  expect(header.getUint16(10, true)).toBe(0);
  expect(header.getUint16(12, true)).toBe((1 << 5) | 1);
});
