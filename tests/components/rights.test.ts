import { folderRights } from "../../infra/components/folder-rights";
import { firmRoles } from "../../infra/components/rights";
import { folderCommands, serverCommands } from "../../infra/components/rights-commands";
import {
  reportRights,
  rightsFaults,
  type RightsReport,
} from "../../infra/components/rights-report";

const report = reportRights(
  firmRoles,
  folderRights("Scans"),
  (noun) => `cabinet-prod-dupont-${noun}`,
);

/** The report with one more entry in the list of every folder. */
const openedTo = (who: string): RightsReport => ({
  ...report,
  folders: report.folders.map((folder) => ({
    ...folder,
    entries: [...folder.entries, { who, may: "modify", on: "all" }],
  })),
});

const withRole = (changes: Partial<RightsReport["roles"][number]>): RightsReport => ({
  ...report,
  roles: report.roles.map((one) => (one.role === "ecriture" ? { ...one, ...changes } : one)),
});

describe("rights", () => {
  test("A02: readers read, staff write, externals see no client file until they are let in", () => {
    const dossiers = report.folders.find(
      ({ share, folder }) => share === "dossiers" && folder === "",
    );
    expect(dossiers?.entries).toEqual([
      { who: "NT AUTHORITY\\SYSTEM", may: "full", on: "all" },
      { who: "BUILTIN\\Administrators", may: "full", on: "all" },
      { who: "cabinet-prod-dupont-readers", may: "read", on: "all" },
      { who: "cabinet-prod-dupont-staff", may: "modify", on: "all" },
      { who: "cabinet-prod-dupont-supervisors", may: "full", on: "all" },
      { who: "cabinet-prod-dupont-clients", may: "read", on: "folder" },
      { who: "cabinet-prod-dupont-salaries", may: "read", on: "folder" },
      { who: "cabinet-prod-dupont-intervenants", may: "read", on: "folder" },
      { who: "cabinet-prod-dupont-quadraconnect", may: "read", on: "folder" },
    ]);
    const [reader] = report.roles;
    expect(reader?.shares["dossiers"]).toBe("Storage File Data SMB Share Reader");
  });

  describe("A02: what a person may do in a client's folder", () => {
    const letters = { F: "write", M: "write", RX: "read" } as const;

    /** What Windows gives a group in `dossiers\\<folder>`, by the commands as they are run; `more` are a supervisor's own. */
    function inFolder(group: string, more: readonly string[] = []): "write" | "read" | "nothing" {
      const [, command = ""] = folderCommands(
        firmRoles,
        folderRights(),
        { profiles: "p", dossiers: "d" },
        (noun) => noun,
      );
      expect(command).toMatch(
        /^icacls "d" \/inheritance:r \/remove:g \*S-1-1-0 \*S-1-5-11 \*S-1-5-32-545 /,
      );
      const grants = [
        ...[command, ...more].join(" ").matchAll(/"([^":]+):((?:\(\w+\))*)\((F|M|RX)\)"/g),
      ];
      // What is not handed down ends at the share itself; people come in by a group that is named.
      const own = grants.filter(([, who, flags]) => who === group && flags?.includes("(CI)"));
      const rights = own.map(([, , , letter]) => letters[letter as keyof typeof letters]);
      return rights.includes("write") ? "write" : rights.includes("read") ? "read" : "nothing";
    }

    /** What Azure lets a role do on the share at most. */
    const onShare = (role: string) =>
      report.roles.find((one) => one.role === role)?.shares["dossiers"];

    test("lecture reads 000101, and both Windows and Azure deny it to write", () => {
      expect(inFolder("readers")).toBe("read");
      expect(onShare("lecture")).toBe("Storage File Data SMB Share Reader");
    });

    test("ecriture writes it, and cannot say who else does", () => {
      expect(inFolder("staff")).toBe("write");
      expect(onShare("ecriture")).toBe("Storage File Data SMB Share Contributor");
    });

    test.each(["clients", "salaries", "intervenants", "quadraconnect"])(
      "%s see neither it nor another until a supervisor lets them into theirs",
      (group) => {
        expect(inFolder(group)).toBe("nothing");
        expect(inFolder(group, [`"${group}:(OI)(CI)(M)"`])).toBe("write");
      },
    );

    test("support sees sessions and no file", () => {
      expect(inFolder("support")).toBe("nothing");
      expect(onShare("support")).toBeUndefined();
    });
  });

  test("A18: a profile is opened by its owner alone", () => {
    const [profiles] = report.folders;
    const below = profiles?.entries.filter(({ on }) => on !== "folder").map(({ who }) => who);
    expect(below).toEqual(["NT AUTHORITY\\SYSTEM", "BUILTIN\\Administrators", "CREATOR OWNER"]);
  });

  const paths = { profiles: "\\\\p\\profiles", dossiers: "\\\\d\\dossiers" };

  test("A20: commands make the inbox and write each folder's whole list; nothing comes from above or before", () => {
    expect(folderCommands(firmRoles, folderRights("Scans"), paths, (noun) => noun)).toEqual([
      'icacls "\\\\p\\profiles" /inheritance:r /remove:g *S-1-1-0 *S-1-5-11 *S-1-5-32-545 /grant:r "*S-1-5-18:(OI)(CI)(F)" "*S-1-5-32-544:(OI)(CI)(F)" "*S-1-3-0:(OI)(CI)(IO)(M)" "readers:(M)" "staff:(M)" "clients:(M)" "salaries:(M)" "intervenants:(M)" "quadraconnect:(M)"',
      'icacls "\\\\d\\dossiers" /inheritance:r /remove:g *S-1-1-0 *S-1-5-11 *S-1-5-32-545 /grant:r "*S-1-5-18:(OI)(CI)(F)" "*S-1-5-32-544:(OI)(CI)(F)" "readers:(OI)(CI)(RX)" "staff:(OI)(CI)(M)" "supervisors:(OI)(CI)(F)" "clients:(RX)" "salaries:(RX)" "intervenants:(RX)" "quadraconnect:(RX)"',
      'mkdir "\\\\d\\dossiers\\Scans" & icacls "\\\\d\\dossiers\\Scans" /inheritance:r /remove:g *S-1-1-0 *S-1-5-11 *S-1-5-32-545 /grant:r "*S-1-5-18:(OI)(CI)(F)" "*S-1-5-32-544:(OI)(CI)(F)" "*S-1-3-0:(OI)(CI)(IO)(M)" "staff:(M)" "supervisors:(OI)(CI)(F)"',
    ]);
  });

  test("on a file server each role gets into the share as far as it gets in Azure", () => {
    expect(
      serverCommands(
        ["lecture", "ecriture", "supervision", "support"],
        "dossiers",
        (noun) => `d\\${noun}`,
      ),
    ).toEqual([
      "Grant-SmbShareAccess -Name 'dossiers' -AccountName 'd\\readers' -AccessRight Read -Force",
      "Grant-SmbShareAccess -Name 'dossiers' -AccountName 'd\\staff' -AccessRight Change -Force",
      "Grant-SmbShareAccess -Name 'dossiers' -AccountName 'd\\supervisors' -AccessRight Full -Force",
    ]);
  });

  test("a role nobody has is in no list", () => {
    const few = reportRights(["ecriture", "supervision"], folderRights(), (noun) => noun);
    expect(few.roles.map(({ role }) => role)).toEqual(["ecriture", "supervision"]);
    expect(JSON.stringify(few)).not.toMatch(/clients|readers/);
    const commands = folderCommands(["ecriture"], folderRights(), paths, (noun) => noun);
    expect(commands.join()).not.toMatch(/clients|readers|supervisors/);
  });

  test("A03: the firm's own rights have no fault", () => {
    expect(rightsFaults(report)).toEqual([]);
  });

  test.each([
    "Everyone",
    "Tout le monde",
    "NT AUTHORITY\\Authenticated Users",
    "AUTORITE NT\\Utilisateurs authentifiés",
    "BUILTIN\\Users",
    "CABINET\\Domain Users",
    "CABINET\\Utilisateurs du domaine",
    "*S-1-1-0",
    "S-1-5-11",
    "S-1-5-21-1004336348-1177238915-682003330-513",
  ])("rejects a folder that is open to %s", (who) => {
    expect(rightsFaults(openedTo(who))).toEqual([
      `profiles\\ is open to ${who}`,
      `dossiers\\ is open to ${who}`,
      `dossiers\\Scans is open to ${who}`,
    ]);
  });

  test("rejects tools without data (A03)", () => {
    const profiles = { profiles: "Storage File Data SMB Share Contributor" };
    expect(rightsFaults(withRole({ shares: profiles }))).toEqual([
      "ecriture starts its desktop but has no role on dossiers",
    ]);
  });

  test("rejects data without tools (A03)", () => {
    expect(rightsFaults(withRole({ starts: "nothing" }))).toEqual([
      "ecriture has a role on shares but starts nothing",
    ]);
  });
});
