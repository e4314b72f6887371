/** A workplace as a list of a firm's desks has it; texts may be empty. */
export interface Desk {
  readonly name: string;
  /** GiB, as sold: Windows shows a little less. Undefined when the list does not say. */
  readonly memoryGiB: number | undefined;
  readonly processor: string;
  readonly disk: string;
  readonly system: string;
  readonly screens: number | undefined;
  readonly scanner: string;
  /** Whether a TWAIN driver is there; undefined when the list does not say. */
  readonly twain: boolean | undefined;
  /** Versions; empty for none. Undefined when the list has no such column. */
  readonly client: string | undefined;
  readonly thinprint: string | undefined;
  /** Line of the list. */
  readonly line: number;
}

/** Headings of each column in the first line, French and English; case, accents and what is in brackets do not matter. */
export const columns = {
  name: ["poste", "nom", "desk", "name"],
  memory: ["memoire", "memoire vive", "ram", "memory"],
  processor: ["processeur", "cpu", "processor"],
  disk: ["disque", "disque dur", "disk"],
  system: ["systeme", "windows", "os", "system"],
  screens: ["ecrans", "ecran", "screens"],
  scanner: ["scanner", "numerisation"],
  twain: ["twain", "pilote twain"],
  client: ["client", "windows app", "citrix", "citrix workspace"],
  thinprint: ["thinprint", "client thinprint"],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof columns;
