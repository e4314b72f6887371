import { parseAddress, type Address } from "../azure/network";
import { nearest } from "../document/nearest";
import { readPrivateAddress } from "../document/network-text";
import { problem, textOf, value, type Meaning } from "../document/text-type";
import { reasonForbidden } from "../slim-server/forbidden-features";
import { windowsFeature, windowsFeatures } from "../slim-server/windows-features";
import { domainName } from "./identity-texts";
import type { AddressRange, SiteLink } from "./site";

/** Addresses from one to another: `192.168.10.100-192.168.10.199`. */
export function addressRange() {
  const example = "192.168.10.100-192.168.10.199";
  return textOf({
    allowed: "a range of private IPv4 addresses",
    example,
    pattern: "^\\d{1,3}(\\.\\d{1,3}){3} ?- ?\\d{1,3}(\\.\\d{1,3}){3}$",
    read: (text): Meaning<AddressRange> => {
      const [from = "", until = "", ...rest] = text.split("-").map((part) => part.trim());
      if (from === "" || until === "" || rest.length > 0)
        return problem(`write it like ${example}`);
      const [first, last] = [readPrivateAddress(from), readPrivateAddress(until)];
      if (first.kind === "problem") return first;
      if (last.kind === "problem") return last;
      return first.value.value <= last.value.value
        ? value({ from: first.value, until: last.value })
        : problem("write the lower address first");
    },
  });
}

/** Hardware address of a network card, given back as Windows' DHCP server takes it. */
export function hardwareAddress() {
  return textOf({
    allowed: "a hardware address, twelve hexadecimal digits in pairs",
    example: "00-17-C8-1A-2B-3C",
    pattern: "^[0-9A-Fa-f]{2}([:-]?[0-9A-Fa-f]{2}){5}$",
    read: (text) =>
      /^[\da-f]{2}([:-]?[\da-f]{2}){5}$/i.test(text)
        ? value((text.toUpperCase().match(/[\dA-F]{2}/g) ?? []).join("-"))
        : problem("write it like 00-17-C8-1A-2B-3C, as the sticker on the device has it"),
  });
}

/** Computer name, given back in upper case. https://learn.microsoft.com/troubleshoot/windows-server/active-directory/naming-conventions-for-computer-domain-site-ou */
export function computerName(example: string) {
  return textOf({
    allowed: "a computer name: 2 to 15 letters, digits and -, a letter first",
    example,
    pattern: "^[A-Za-z][A-Za-z0-9-]{0,13}[A-Za-z0-9]$",
    read: (text) =>
      /^[a-z][\da-z-]{0,13}[\da-z]$/i.test(text)
        ? value(text.toUpperCase())
        : problem(`write it like ${example}`),
  });
}

/** The office's end of a tunnel: a public address, or a name of one that changes. */
export function tunnelEnd() {
  const example = "203.0.113.10";
  return textOf({
    allowed: "the office's VPN gateway: a public IPv4 address or a DNS name",
    example,
    pattern: "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$",
    read: (text): Meaning<Remote> => {
      if (!/^[\d.]+$/.test(text)) {
        const name = domainName().safeParse(text);
        return name.success
          ? value({ kind: "name", text: name.data })
          : problem(`write the address that the office's provider gave it, like ${example}`);
      }
      const address = parseAddress(text);
      if (address.kind === "problem") return problem(address.reason);
      return isReachable(address)
        ? value({ kind: "address", text })
        : problem("write the public address, this one is known in the office only");
    },
  });
}

type Remote = Extract<SiteLink, { kind: "vpn" }>["remote"];

/** Not private, shared, of this machine or of nobody: https://www.iana.org/assignments/iana-ipv4-special-registry */
function isReachable({ text, value: number }: Address): boolean {
  if (readPrivateAddress(text).kind === "value") return false;
  const [first = 0, second = 0] = text.split(".").map(Number);
  const shared = first === 100 && second >= 64 && second < 128;
  const local = first === 0 || first === 127 || (first === 169 && second === 254);
  return !shared && !local && number < 0xe0_00_00_00;
}

/** A DNS server anywhere. */
export function resolverAddress() {
  return textOf({
    allowed: "a DNS server, an IPv4 address",
    example: "9.9.9.9",
    pattern: "^\\d{1,3}(\\.\\d{1,3}){3}$",
    read: (text): Meaning<string> => {
      const address = parseAddress(text);
      return address.kind === "problem" ? problem(address.reason) : value(text);
    },
  });
}

/** A role or feature of Windows that a slim server may have, given back as Windows writes it. */
export function extraFeature() {
  return textOf({
    allowed: "a feature of Windows Server, by the name that `Get-WindowsFeature` prints",
    example: "Windows-Server-Backup",
    pattern: "^[A-Za-z0-9-]{2,60}$",
    read: (text): Meaning<string> => {
      const name = windowsFeature(text);
      if (name === undefined) {
        const meant = nearest(text, windowsFeatures);
        return problem(
          meant === undefined ? "write a name that `Get-WindowsFeature` prints" : `write ${meant}`,
        );
      }
      const reason = reasonForbidden(name);
      return reason === undefined ? value(name) : problem(`remove it: ${reason.en}`);
    },
  });
}

/** Id of a machine in Azure Arc. */
export function arcMachineId() {
  const example =
    "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/rg-prod-dupont-meylan-arc/providers/Microsoft.HybridCompute/machines/MEYLAN-DC1";
  const pattern =
    "^/subscriptions/[0-9A-Fa-f-]{36}/resourceGroups/[^/]{1,90}/providers/Microsoft\\.HybridCompute/machines/[A-Za-z0-9_.-]{1,54}$";
  return textOf({
    allowed: "the id of a machine in Azure Arc",
    example,
    pattern,
    read: (text) =>
      new RegExp(pattern, "i").test(text)
        ? value(text)
        : problem("write what `azcmagent show` prints as Resource Id"),
  });
}

/** Version of a program, `2.0.500.0`. */
export function programVersion() {
  return textOf({
    allowed: "a version, two to four numbers",
    example: "2.0.500.0",
    pattern: "^\\d{1,6}(\\.\\d{1,6}){1,3}$",
    read: (text) =>
      /^\d{1,6}(\.\d{1,6}){1,3}$/.test(text)
        ? value(text)
        : problem('write it like "2.0.500.0", as its file shows it'),
  });
}

/** Folder on a Windows machine. */
export function windowsFolder(example: string) {
  return textOf({
    allowed: "the whole path of a folder on a drive of the desk",
    example,
    pattern: String.raw`^[A-Za-z]:(\\[^\\/:*?"<>|]+)+$`,
    read: (text) =>
      text.length <= 200 && /^[a-z]:(\\[^\\/:*?"<>|\p{Cc}]*[^\\/:*?"<>|\p{Cc} .])+$/iu.test(text)
        ? value(text)
        : problem(`write it like ${example}, without a \\ at the end`),
  });
}

/** Path of an INF file inside the folder of drivers that goes along to the office. */
export function infPath() {
  const example = String.raw`Kyocera\OEMSETUP.INF`;
  return textOf({
    allowed: "the path of an INF file, below the folder of drivers",
    example,
    pattern: String.raw`^[^\\/:*?"<>|]+(\\[^\\/:*?"<>|]+)*\.[iI][nN][fF]$`,
    read: (text) =>
      text.length <= 200 &&
      /^[^\\/:*?"<>|\p{Cc}]+(\\[^\\/:*?"<>|\p{Cc}]+)*\.inf$/iu.test(text) &&
      !text.split("\\").includes("..")
        ? value(text)
        : problem(`write it like ${example}, without a drive and without ..`),
  });
}

/** Name of a printer: Windows allows no comma, backslash or exclamation mark in a queue, and no / in a share. */
export function queueName() {
  const pattern = String.raw`^[^\s\\/,!"<>|:*?][^\\/,!"<>|:*?]{0,59}$`;
  return textOf({
    allowed: String.raw`a printer's name: 1 to 60 characters without \ / , ! " < > | : * ?`,
    example: "accueil",
    pattern,
    read: (text) =>
      new RegExp(pattern).test(text) && text.trim() === text && !/\p{Cc}/u.test(text)
        ? value(text)
        : problem("choose another name, like accueil"),
  });
}
