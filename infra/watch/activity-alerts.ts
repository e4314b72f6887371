import type { Words } from "./words";

/** Something that Azure writes into the subscription's activity log, and that a person should hear of. */
export interface ActivityAlert {
  /** Part of its names; never changes. */
  readonly word: string;
  readonly title: Words;
  /** Fields that have these values; of several values one. */
  readonly when: readonly { readonly field: string; readonly is: readonly string[] }[];
}

const health = (word: string, title: Words, ...incidents: readonly string[]): ActivityAlert => ({
  word,
  title,
  when: [
    { field: "category", is: ["ServiceHealth"] },
    { field: "properties.incidentType", is: incidents },
  ],
});

/** Azure's own state, by its four kinds of news; and the one operation nobody here has a use for. */
export const activityAlerts: readonly ActivityAlert[] = [
  health(
    "incident",
    { fr: "Panne d'un service Azure", en: "Fault in a service of Azure" },
    "Incident",
  ),
  health(
    "maintenance",
    { fr: "Maintenance annoncée par Azure", en: "Maintenance announced by Azure" },
    "Maintenance",
  ),
  health(
    "advisory",
    { fr: "Avis d'Azure", en: "Advice from Azure" },
    "Informational",
    "ActionRequired",
  ),
  health(
    "security",
    { fr: "Avis de sécurité d'Azure", en: "Security advice from Azure" },
    "Security",
  ),
  {
    word: "storageKeys",
    // Azure Backup asks for the key of shares it copies to a vault.
    title: {
      fr: "Clés d'un compte de stockage lues : seule la sauvegarde Azure en a l'usage",
      en: "Keys of a storage account read: Azure Backup alone has a use for them",
    },
    when: [
      { field: "category", is: ["Administrative"] },
      { field: "operationName", is: ["Microsoft.Storage/storageAccounts/listKeys/action"] },
    ],
  },
];
