import fc from "fast-check";
import { hostRegistry, type HostRegistry } from "../../infra/components/host-registry";
import { hostScript, type HostScript } from "../../infra/components/host-script";
import { literal } from "../../infra/windows/powershell";

const wish: HostScript = {
  profilesPath: "\\\\profiles.example\\profiles",
  dossiersPath: "\\\\dossiers.example\\dossiers",
  dossiersDrive: "Q",
  profileGiB: 30,
  kerberos: "entra",
  screenCapture: "allowed",
  localAdministrator: "cabinetadmin",
  programs: [],
};
const engine = {
  name: "ThinPrint Engine",
  installer: { url: "https://files.example/engine.exe", sha256: "ab".repeat(32) },
  switches: "/silent",
  done: [0, 3010],
};
const registry = (changes: Partial<HostRegistry> = {}) =>
  Object.fromEntries(
    hostRegistry({ ...wish, ...changes }).map(({ name, value }) => [name, value] as const),
  );

describe("hostRegistry", () => {
  test("AVD-126, AVD-127: the golden set of FSLogix, and nothing of it beyond", () => {
    const profiles = hostRegistry(wish).filter(({ key }) => key === "SOFTWARE\\FSLogix\\Profiles");
    expect(Object.fromEntries(profiles.map(({ name, value }) => [name, value]))).toEqual({
      Enabled: 1,
      VHDLocations: ["\\\\profiles.example\\profiles"],
      VolumeType: "vhdx",
      SizeInMBs: 30_720,
      IsDynamic: 1,
      ProfileType: 0,
      DeleteLocalProfileWhenVHDShouldApply: 1,
      FlipFlopProfileDirectoryName: 1,
      PreventLoginWithFailure: 1,
      PreventLoginWithTempProfile: 1,
      LockedRetryCount: 3,
      LockedRetryInterval: 15,
      ReAttachRetryCount: 3,
      ReAttachIntervalSeconds: 15,
    });
  });

  test("AVD-124: no Office container, whatever is wished", () => {
    expect(JSON.stringify(hostRegistry(wish))).not.toContain("ODFC");
  });

  test("AVD-063: tickets of the shares come from Entra only where they do", () => {
    expect(registry()).toMatchObject({
      CloudKerberosTicketRetrievalEnabled: 1,
      LoadCredKeyFromProfile: 1,
    });
    expect(registry({ kerberos: "domain" })).not.toHaveProperty(
      "CloudKerberosTicketRetrievalEnabled",
    );
  });

  test("AVD-098: sessions are locked, disconnected and ended, in this order", () => {
    const { InactivityTimeoutSecs, MaxIdleTime, MaxDisconnectionTime } = registry();
    expect(Number(InactivityTimeoutSecs) * 1000).toBe(15 * 60_000);
    expect(MaxIdleTime).toBe(3 * 3_600_000);
    expect(MaxDisconnectionTime).toBe(12 * 3_600_000);
  });

  test("AVD-103: pictures of a session are allowed or blocked, never left open", () => {
    expect(registry()["fEnableScreenCaptureProtect"]).toBe(0);
    expect(registry({ screenCapture: "blocked" })["fEnableScreenCaptureProtect"]).toBe(1);
  });
});

describe("hostScript", () => {
  test("A28, AVD-025: French, in France, on a French keyboard, with the drive the file names", () => {
    const script = hostScript(wish);
    for (const part of [
      "Set-TimeZone -Id 'Romance Standard Time'",
      "Set-Culture -CultureInfo 'fr-FR'",
      "Set-WinSystemLocale -SystemLocale 'fr-FR'",
      "Install-Language -Language 'fr-FR'",
      ".Add('040c:0000040c')",
      "Copy-UserInternationalSettingsToSystem -WelcomeScreen $true -NewUser $true",
      `'use Q: "\\\\dossiers.example\\dossiers" /persistent:no'`,
    ])
      expect(script).toContain(part);
    expect(hostScript({ ...wish, dossiersDrive: "H" })).toContain("'use H: ");
  });

  test("A18: profiles are on their own share, apart from client files", () => {
    const [profiles] = hostScript(wish)
      .split("\n")
      .filter((line) => line.includes("VHDLocations"));
    expect(profiles).toContain("profiles.example");
    expect(profiles).not.toContain("dossiers.example");
  });

  test("AVD-125: scanners keep off every file FSLogix mounts, on the share too", () => {
    const [line] = hostScript(wish)
      .split("\n")
      .filter((text) => text.includes("Add-MpPreference"));
    for (const extension of ["vhd", "vhdx", "lock", "meta", "metadata"])
      for (const folder of ["%TEMP%\\*", "%Windir%\\TEMP\\*", "\\\\profiles.example\\profiles\\*"])
        expect(line).toContain(`'${folder}\\*.${extension}'`);
  });

  test("AVD-107: nobody becomes an administrator", () => {
    expect(hostScript({ ...wish, programs: [engine] })).not.toMatch(/Administrators|S-1-5-32-544/);
  });

  test("programs are installed after all settings, from the file that was checked", () => {
    const lines = hostScript({ ...wish, programs: [engine] }).split("\n");
    expect(lines.at(-2)).toBe(
      `Install-Program 'ThinPrint Engine' 'https://files.example/engine.exe' '${"AB".repeat(32)}' '/silent' @('0', '3010')`,
    );
    expect(hostScript(wish)).not.toContain("Install-Program");
  });

  test("stops at the first error, and is ASCII whatever the firm calls things", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (path, name) => {
        const script = hostScript({
          ...wish,
          profilesPath: path,
          programs: [{ ...engine, name }],
        });
        expect(script).toMatch(/^[\x20-\x7e\n]*$/);
        expect(script.startsWith("$ErrorActionPreference = 'Stop'\n")).toBe(true);
        expect(script).toContain(literal(name));
      }),
    );
  });
});
