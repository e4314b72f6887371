import type { WebService } from "./firm";

/** A service that the vendor runs and the firm's people and clients use from its desktops. */
export interface WebServiceFacts {
  /** As the vendor calls it. */
  readonly name: string;
  readonly what: string;
}

/** After the vendor's help, quadraupdate.fr/doc/docgenerale.htm; of Quadra Box no public page was found. Names and addresses it publishes none. */
export const webServices: Readonly<Record<WebService, WebServiceFacts>> = {
  quadraBox: { name: "Quadra Box", what: "documents exchanged with clients" },
  suiviCaisse: { name: "Suivi Caisse", what: "clients' cash books" },
  devisFact: { name: "Devis/Fact", what: "clients' quotes and invoices" },
};

export const webServiceNames = [
  "quadraBox",
  "suiviCaisse",
  "devisFact",
] as const satisfies readonly WebService[];

/** What `services` of a firm's file may name. */
export const serviceNames = ["quadraConnect", ...webServiceNames] as const;

/** Name that clients see, and key of its Azure resource. */
export const quadraConnect = { key: "quadraconnect", name: "Quadra Connect" } as const;
