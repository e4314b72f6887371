import type { Group } from "../cost/model";
import type { Decimal, Money } from "../cost/money";
import type { Words } from "./assumptions";

/** A firm reads French, an engineer English. */
export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

export const groupNames: Readonly<Record<Group, Words>> = {
  sessions: { fr: "Sessions", en: "Sessions" },
  storage: { fr: "Stockage", en: "Storage" },
  backup: { fr: "Sauvegarde", en: "Backup" },
  network: { fr: "Réseau", en: "Network" },
  watching: { fr: "Surveillance", en: "Watching" },
  licences: { fr: "Licences", en: "Licences" },
  other: { fr: "Autres", en: "Other" },
};

/** Words of bills in French; the longest is replaced first. */
const phrases: readonly (readonly [RegExp, string])[] = (
  [
    ["Windows client, users' licences", "licences Windows des utilisateurs"],
    ["hybrid benefit", "avantage hybride"],
    ["System disk", "Disque système"],
    ["Data disk", "Disque de données"],
    ["Files Premium", "Fichiers Premium"],
    ["provisioned", "réservés"],
    ["snapshots", "instantanés"],
    ["Private endpoint", "Accès privé"],
    ["Private DNS zone", "Zone DNS privée"],
    ["Private DNS queries", "Requêtes DNS privées"],
    ["data in", "données entrantes"],
    ["data out", "données sortantes"],
    ["data processed", "données traitées"],
    ["data received", "données reçues"],
    ["data sent", "données envoyées"],
    ["NAT gateway", "Passerelle NAT"],
    ["Public address, standard static", "Adresse publique fixe"],
    ["Public address", "Adresse publique"],
    ["Peering", "Appairage"],
    ["Protected file share", "Partage protégé"],
    ["Protected machine", "Machine protégée"],
    ["Backup data", "Données sauvegardées"],
    ["Log data ingested", "Journaux reçus"],
    ["Log data kept", "Journaux conservés"],
    ["Log data exported", "Journaux exportés"],
    ["Log data archived", "Journaux archivés"],
    ["Archived log data restored", "Journaux archivés restaurés"],
    ["Archived log data searched", "Journaux archivés consultés"],
    ["Basic log data ingested", "Journaux de base reçus"],
    ["Basic log data searched", "Journaux de base consultés"],
    ["Key vault operations", "Opérations du coffre de clés"],
    ["Secrets operations", "Opérations sur les secrets"],
    ["Storage key rotations", "Renouvellements de clés"],
    ["Operations with software-protected keys, advanced", "Opérations sur les clés"],
    ["Data sent to the internet", "Données envoyées vers Internet"],
    ["Access of external users", "Accès des externes"],
    ["Access of staff to desktops", "Accès du personnel aux bureaux"],
    ["Vendor's service", "Service de l'éditeur"],
    ["Production software", "Logiciel de production"],
    ["Microsoft 365 with Windows", "Microsoft 365 avec Windows"],
    ["Citrix subscription", "Abonnement Citrix"],
    ["ThinPrint subscription", "Abonnement ThinPrint"],
    ["up to", "jusqu'à"],
    ["first", "les premiers"],
    ["next", "les suivants"],
    ["over", "au-delà de"],
    ["write operations", "opérations d'écriture"],
    ["read operations", "opérations de lecture"],
    ["list and create container operations", "opérations de liste"],
    ["other operations", "autres opérations"],
    ["10k operations", "10 000 opérations"],
    ["10k transactions", "10 000 opérations"],
    ["1M queries", "million requêtes"],
    ["operations", "opérations"],
    ["queries", "requêtes"],
    ["hours", "h"],
    ["months", "mois"],
    ["days", "jours"],
    ["users", "utilisateurs"],
    ["1 user/month", "personnes"],
    ["user/month", "personnes"],
    ["instead of", "au lieu de"],
    ["more", "de plus"],
    ["fewer", "de moins"],
    ["each", "chacun"],
    ["times", "fois"],
    ["its use is now known", "usage désormais connu"],
    ["nothing is said of its use any more", "usage désormais inconnu"],
    ["now priced", "prix désormais connu"],
    ["not priced", "sans prix"],
    ["per unit of", "par"],
    ["billed by use", "facturé à l'usage"],
    ["has no price of it", "n'en donne pas le prix"],
    ["the price book of", "le tarif de"],
    ["the price book holds", "le tarif couvre"],
    ["no family of the bill covers this type", "type inconnu de la facture"],
    [
      "no price list holds licences: write the price under licences in the firm's file, or that of",
      "aucun tarif public : indiquer le prix sous licences dans le fichier du cabinet, ou celui de",
    ],
    ["into a prices file", "dans un fichier de prix"],
    [
      "Access licences of the offices' Windows servers",
      "Licences d'accès aux serveurs Windows des bureaux",
    ],
    ["is not known before a deployment", "n'est connu qu'au déploiement"],
    ["the files", "les fichiers"],
    ["deployed", "l'existant"],
    ["GB", "Go"],
    ["GiB", "Gio"],
  ] as const
)
  .toSorted(([one], [other]) => other.length - one.length)
  .map(([english, french]) => [
    new RegExp(`(?<![\\w-])${english.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?![\\w-])`, "g"),
    french,
  ]);

/** A name, a unit, a cause or a reason of a bill; what has no French stays as it is. */
export function inLanguage(text: string, language: Language): string {
  if (language === "en") return text;
  return phrases
    .reduce((said, [pattern, french]) => said.replaceAll(pattern, french), text)
    .replaceAll(/(?<=\d),(?=\d{3})/g, "\u00a0")
    .replaceAll(/(?<=\d)\.(?=\d)/g, ",");
}

/** `1 234,50` and `1,234.50`. */
export function numberText(value: Decimal, language: Language, places: number): string {
  const [whole = "", fraction = ""] = value.abs().toFixed(places).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, language === "fr" ? "\u00a0" : ",");
  const point = language === "fr" ? "," : ".";
  const sign = value.isNegative() && !value.toDecimalPlaces(places).isZero() ? "-" : "";
  return `${sign}${grouped}${fraction === "" ? "" : `${point}${fraction}`}`;
}

/** A quantity with as many digits as it has, at most two after the point. */
export function quantityText(value: Decimal, language: Language): string {
  return numberText(value, language, Math.min(2, value.toDecimalPlaces(2).decimalPlaces()));
}

/** A price of one unit: four digits that say something, since many prices are far below a cent. */
export function priceText(value: Decimal, language: Language): string {
  const shown = value.toSignificantDigits(4);
  return numberText(shown, language, Math.max(2, shown.decimalPlaces()));
}

export function eurosText({ eur }: Money, language: Language): string {
  const amount = numberText(eur, language, 2);
  return language === "fr" ? `${amount}\u00a0€` : `€${amount}`;
}

/** Without cents, for sums over years. */
export function wholeEurosText(value: Decimal, language: Language): string {
  const sign = value.lt(0) ? "-" : "";
  const amount = numberText(value.abs(), language, 0);
  return language === "fr" ? `${sign}${amount}\u00a0€` : `${sign}€${amount}`;
}

/** With its sign, `+12,30 €`. */
export function changeText(change: Money, language: Language): string {
  const { eur } = change;
  const sign = eur.gt(0) ? "+" : "";
  return `${sign}${eurosText(change, language)}`;
}

export function percentText(percent: Decimal | undefined, language: Language): string {
  if (percent === undefined) return language === "fr" ? "nouveau" : "new";
  const places = percent.abs().lt(10) ? 1 : 0;
  return `${percent.gt(0) ? "+" : ""}${numberText(percent, language, places)} %`;
}
