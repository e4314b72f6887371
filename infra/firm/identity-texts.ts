import { problem, textOf, value } from "../document/text-type";

const label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

/** DNS name of an Active Directory domain, given back in lower case. */
export function domainName() {
  return textOf({
    allowed: "the DNS name of a domain, two labels at least",
    example: "cabinet-moreau.example",
    pattern: `^${label}(\\.${label})+$`,
    read: (text) =>
      text.length <= 64 && new RegExp(`^${label}(\\.${label})+$`).test(text)
        ? value(text.toLowerCase())
        : problem("write it like cabinet-moreau.example"),
  });
}

/** Distinguished name of an organisational unit. */
export function organisationalUnit() {
  const part = String.raw`(OU|CN)=[^,=+<>#;"\\]{1,64}`;
  const pattern = `^${part}(,${part})*(,DC=${label})+$`;
  const example = "OU=Postes,DC=cabinet-moreau,DC=example";
  return textOf({
    allowed: "the distinguished name of an organisational unit",
    example: `"${example}"`,
    pattern,
    read: (text) =>
      new RegExp(pattern, "i").test(text) ? value(text) : problem(`write it like "${example}"`),
  });
}

/** The DNS name of the domain a distinguished name is in: `DC=a,DC=b` is `a.b`. */
export function domainOf(distinguishedName: string): string {
  return distinguishedName
    .split(",")
    .filter((part) => /^DC=/i.test(part))
    .map((part) => part.slice("DC=".length).toLowerCase())
    .join(".");
}
