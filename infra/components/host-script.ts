import { literal, literals } from "../windows/powershell";
import { timeZone } from "../windows/time-zone";
import { installPrograms, type HostProgram } from "./host-programs";
import { hostRegistry, type HostRegistry } from "./host-registry";
import { setting, setValue } from "./registry-value";

export interface HostScript extends HostRegistry {
  /** Required. Share with the client files, as Windows writes it. */
  readonly dossiersPath: string;
  /** Required. Letter under which people find them, `P`. */
  readonly dossiersDrive: string;
  /** Required. Local account that keeps a plain profile, to get in when the share is not there. */
  readonly localAdministrator: string;
  /** Required. What the image lacks, in the order of installation. */
  readonly programs: readonly HostProgram[];
}

/**
 * What makes a Windows of the gallery a session host of the firm: a script for Windows PowerShell
 * 5.1 that stops at the first error and may run any number of times. Language, formats and keyboard
 * reach every user who signs in afterwards; Windows' own screens speak French from the next start on.
 */
export function hostScript(wish: HostScript): string {
  return [
    "$ErrorActionPreference = 'Stop'",
    "$ProgressPreference = 'SilentlyContinue'",
    setValue,
    ...hostRegistry(wish).map(setting),
    ...plainProfile(wish),
    ...malwareExclusions(wish),
    ...drive(wish),
    ...french,
    // High performance; a server that many share must not doze off.
    "powercfg.exe /setactive 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c",
    "if ($LASTEXITCODE -ne 0) { throw 'powercfg' }",
    ...installPrograms(wish.programs),
    "",
  ].join("\n");
}

function plainProfile({ localAdministrator }: HostScript): readonly string[] {
  const account = literal(localAdministrator);
  const group = literal("FSLogix Profile Exclude List");
  return [
    `if (-not (Get-LocalGroupMember -Group ${group} | Where-Object { $_.Name -like ('*\\' + ${account}) })) { Add-LocalGroupMember -Group ${group} -Member ${account} }`,
  ];
}

/** Extensions of what FSLogix mounts. */
const profileFiles = ["vhd", "vhdx", "lock", "meta", "metadata"];

/**
 * A scanner that opens a profile's disk locks its user out:
 * https://learn.microsoft.com/fslogix/overview-prerequisites#configure-antivirus-file-and-folder-exclusions
 */
function malwareExclusions({ profilesPath }: HostScript): readonly string[] {
  const folders = ["%TEMP%\\*", "%Windir%\\TEMP\\*", `${profilesPath}\\*`];
  const paths = folders.flatMap((folder) =>
    profileFiles.map((extension) => `${folder}\\*.${extension}`),
  );
  return [`Add-MpPreference -ExclusionPath ${literals(paths)}`];
}

/** Every user gets the drive when signing in, in desktops and published applications alike. */
function drive({ dossiersPath, dossiersDrive }: HostScript): readonly string[] {
  const command = literal(`use ${dossiersDrive}: "${dossiersPath}" /persistent:no`);
  return [
    `$action = New-ScheduledTaskAction -Execute 'net.exe' -Argument ${command}`,
    "$trigger = New-ScheduledTaskTrigger -AtLogOn",
    // Users, whatever the language calls them.
    "$principal = New-ScheduledTaskPrincipal -GroupId 'S-1-5-32-545'",
    "Register-ScheduledTask -TaskName 'dossiers' -Action $action -Trigger $trigger -Principal $principal -Force | Out-Null",
  ];
}

/** France, and the keyboard of France: language 040c, layout 0000040c. */
const french: readonly string[] = [
  `Set-TimeZone -Id ${literal(timeZone)}`,
  // Without the pack Windows speaks English to people who write in French: a nuisance, no reason to
  // have no host.
  "try { if (-not (Get-InstalledLanguage -Language 'fr-FR')) { Install-Language -Language 'fr-FR' | Out-Null }; Set-SystemPreferredUILanguage -Language 'fr-FR' } catch { Write-Warning $_ }",
  "$languages = New-WinUserLanguageList -Language 'fr-FR'",
  "$languages[0].InputMethodTips.Clear()",
  "$languages[0].InputMethodTips.Add('040c:0000040c')",
  "Set-WinUserLanguageList -LanguageList $languages -Force",
  "Set-WinSystemLocale -SystemLocale 'fr-FR'",
  "Set-Culture -CultureInfo 'fr-FR'",
  "Set-WinHomeLocation -GeoId 84",
  "Copy-UserInternationalSettingsToSystem -WelcomeScreen $true -NewUser $true",
];
