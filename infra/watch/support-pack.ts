/** What the provider's support asks for, and what the firm's own support does first. */
export interface SupportPack {
  readonly firstLevel: readonly string[];
  readonly firstLevelInEnglish: readonly string[];
  readonly secondLevel: {
    readonly provider: string;
    readonly email: string;
    readonly phone: string;
    /** What to quote when one calls. */
    readonly quote: readonly string[];
  };
  /** Questions to the firm's log workspace: put a person's sign-in name, or a correlation id, into them. */
  readonly queries: {
    readonly errorsOfPerson: string;
    readonly connectionsOfPerson: string;
    readonly everythingOfCorrelation: string;
  };
}

const errorsOfPerson = `let Person = "prenom.nom@cabinet.example";
WVDErrors
| where TimeGenerated > ago(2d) and UserName =~ Person
| order by TimeGenerated desc
| project TimeGenerated, CorrelationId, CodeSymbolic, ServiceError, Message, Source, Operation`;

const connectionsOfPerson = `let Person = "prenom.nom@cabinet.example";
WVDConnections
| where TimeGenerated > ago(2d) and UserName =~ Person
| order by TimeGenerated desc
| project TimeGenerated, State, SessionHostName, ClientType, ClientVersion, ClientOS, CorrelationId`;

const everythingOfCorrelation = `let Activity = "00000000-0000-0000-0000-000000000000";
union (WVDConnections | project TimeGenerated, CorrelationId, What = State, Detail = SessionHostName),
  (WVDCheckpoints | project TimeGenerated, CorrelationId, What = Name, Detail = tostring(Parameters)),
  (WVDErrors | project TimeGenerated, CorrelationId, What = CodeSymbolic, Detail = Message)
| where TimeGenerated > ago(7d) and CorrelationId == Activity
| order by TimeGenerated asc
| project TimeGenerated, What, Detail`;

/** @param contact Second level: who runs the platform, and how to reach them. */
export function supportPack(contact: {
  readonly provider: string;
  readonly email: string;
  readonly phone: string;
}): SupportPack {
  return {
    firstLevel: [
      "Chercher la personne dans la console, « Connexions échouées » : le sens du code dit quoi faire.",
      "Session bloquée : envoyer d'abord un message, puis fermer la session depuis la page du pool d'hôtes.",
      "FauteDeService = vrai, ou plusieurs personnes à la fois : appeler le second niveau.",
    ],
    firstLevelInEnglish: [
      'Look the person up in the console, "Failed connections": the meaning of the code says what to do.',
      "Stuck session: send a message first, then log it off on the host pool's page.",
      "FauteDeService is true, or several people at once: call the second level.",
    ],
    secondLevel: {
      ...contact,
      quote: ["CorrelationId", "CodeSymbolic", "ServiceError", "TimeGenerated (UTC)"],
    },
    queries: { errorsOfPerson, connectionsOfPerson, everythingOfCorrelation },
  };
}
