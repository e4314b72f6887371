import { problem, textOf, value } from "../document/text-type";

/** Program on a Windows machine by its whole path, on a drive or a share. */
export function windowsPath() {
  return textOf({
    allowed: "the whole path of a program, on a drive or a share",
    example: String.raw`C:\Quadra\Compta.exe`,
    pattern: String.raw`^([A-Za-z]:|\\\\[^\\/:*?"<>|]+)(\\[^\\/:*?"<>|]+)+\.(exe|cmd|bat)$`,
    read: (text) =>
      text.length <= 260 &&
      /^([A-Za-z]:|\\\\[^\\/:*?"<>|]+)(\\[^\\/:*?"<>|\p{Cc}]+)+\.(exe|cmd|bat)$/iu.test(text)
        ? value(text)
        : problem(String.raw`write it like C:\Quadra\Compta.exe, without quotes around it`),
  });
}

/** https address of a file. Queries are refused: they carry access tokens, which are secrets. */
export function downloadUrl() {
  const example = "https://logiciels.cabinet-cloud.example/setup.exe";
  return textOf({
    allowed: "an https address without query",
    example,
    pattern: "^https://[^\\s?#]+$",
    read: (text) => {
      if (text.includes("?"))
        return problem(
          "remove what follows the ?, an access token is a secret and has no place here",
        );
      return URL.canParse(text) && /^https:\/\/[^\s?#@]+\/[^\s?#@]+$/.test(text)
        ? value(text)
        : problem(`write it like ${example}`);
    },
  });
}

/** SHA-256 of a file, given back in lower case. */
export function digest() {
  return textOf({
    allowed: "a SHA-256, 64 hexadecimal digits",
    example: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    pattern: "^[0-9A-Fa-f]{64}$",
    read: (text) =>
      /^[\da-f]{64}$/i.test(text)
        ? value(text.toLowerCase())
        : problem("write what `Get-FileHash <file>` prints"),
  });
}

/** Name of a secret in a key vault; who writes the secret itself does not find it in a log. https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates */
export function secretName(example: string) {
  return textOf({
    allowed: "the name of a secret in the firm's key vault: 1 to 127 letters, digits and -",
    example,
    pattern: "^[0-9A-Za-z-]{1,127}$",
    read: (text) =>
      /^[\da-z-]{1,127}$/i.test(text)
        ? value(text)
        : problem(`write the secret's name, like ${example}; the secret itself stays in the vault`),
  }).meta({ confidential: true });
}

/** Switches of an installer, in one line. */
export function switches() {
  return textOf({
    allowed: "switches of a command line, 1 to 200 characters",
    example: "/quiet /norestart",
    pattern: "^[-/\\w][^\\r\\n]{0,199}$",
    read: (text) =>
      /^[-/\w][-/\w .:="\\]{0,199}$/.test(text)
        ? value(text)
        : problem('write letters, digits, spaces and - / . : = " \\ only, like /quiet /norestart'),
  });
}
