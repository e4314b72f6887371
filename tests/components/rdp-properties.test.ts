import { rdpProperties } from "../../infra/components/rdp-properties";

describe("rdpProperties", () => {
  test("gives managed devices clipboard and printers, and no device a drive", () => {
    expect(rdpProperties({ devices: "managed", printing: { kind: "redirect" } })).toBe(
      "drivestoredirect:s:;usbdevicestoredirect:s:;redirectcomports:i:0;redirectclipboard:i:1;redirectprinters:i:1;redirectsmartcards:i:1;redirectwebauthn:i:1;audiomode:i:0;audiocapturemode:i:1;use multimon:i:1;screen mode id:i:2;enablecredsspsupport:i:1;enablerdsaadauth:i:1;targetisaadjoined:i:1",
    );
  });

  test.each([
    ["managed", "redirect", "redirectclipboard:i:1", "redirectprinters:i:1"],
    ["managed", "none", "redirectclipboard:i:1", "redirectprinters:i:0"],
    ["any", "redirect", "redirectclipboard:i:0", "redirectprinters:i:1"],
    ["any", "none", "redirectclipboard:i:0", "redirectprinters:i:0"],
  ] as const)("%s devices, printing %s", (devices, printing, ...expected) => {
    const properties = rdpProperties({ devices, printing: { kind: printing } }).split(";");
    expect(properties).toEqual(
      expect.arrayContaining([...expected, "drivestoredirect:s:", "usbdevicestoredirect:s:"]),
    );
    expect(new Set(properties.map((text) => text.split(":")[0])).size).toBe(properties.length);
  });
});
