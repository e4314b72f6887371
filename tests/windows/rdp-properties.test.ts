import { rdpProperties } from "../../infra/windows/rdp-properties";
import type { Identity, Printing } from "../../infra/firm/firm";
import { domainIdentity } from "../support/builders";

interface Wish {
  readonly devices?: "managed" | "any";
  readonly printing?: Printing;
  readonly externals?: number;
  readonly identity?: Identity;
}

const rdp = ({
  devices = "managed",
  printing = { kind: "redirect" },
  externals = 0,
  identity = { mode: "entra" },
}: Wish = {}) =>
  rdpProperties({ sessions: { devices, printing }, people: { externals }, identity }).split(";");

describe("rdpProperties", () => {
  test("AVD-104: gives managed devices clipboard and printers, and no device a drive", () => {
    expect(rdp().join(";")).toBe(
      "drivestoredirect:s:;usbdevicestoredirect:s:;redirectcomports:i:0;redirectclipboard:i:1;redirectprinters:i:1;redirectsmartcards:i:1;redirectwebauthn:i:1;audiomode:i:0;audiocapturemode:i:1;use multimon:i:1;screen mode id:i:2;enablecredsspsupport:i:1;enablerdsaadauth:i:1;targetisaadjoined:i:1",
    );
  });

  test("A05: nothing leaves a session for an unmanaged device", () => {
    for (const wish of [{ devices: "any" }, { externals: 1 }] as const)
      expect(rdp(wish)).toEqual(
        expect.arrayContaining([
          "drivestoredirect:s:",
          "usbdevicestoredirect:s:",
          "redirectclipboard:i:0",
        ]),
      );
  });

  test("A19: a session spans all screens", () => {
    for (const devices of ["managed", "any"] as const)
      expect(rdp({ devices })).toContain("use multimon:i:1");
  });

  test.each<[Printing["kind"], string]>([
    ["redirect", "redirectprinters:i:1"],
    ["none", "redirectprinters:i:0"],
    ["universalPrint", "redirectprinters:i:0"],
  ])("printing %s", (kind, expected) => {
    if (kind === "thinprint") throw new Error("not of this table");
    expect(rdp({ printing: { kind } })).toContain(expected);
  });

  test("AVD-067: sign-in through Entra in every mode, its own hosts named only where they are", () => {
    expect(rdp()).toEqual(
      expect.arrayContaining(["enablerdsaadauth:i:1", "targetisaadjoined:i:1"]),
    );
    const inDomain = rdp({ identity: domainIdentity("hybrid") });
    expect(inDomain).toContain("enablerdsaadauth:i:1");
    expect(inDomain.join(";")).not.toContain("targetisaadjoined");
  });

  test("no property twice", () => {
    const names = rdp().map((text) => text.split(":")[0]);
    expect(new Set(names).size).toBe(names.length);
  });
});
