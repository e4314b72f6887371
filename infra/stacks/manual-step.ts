/** Something a person has to do, because no program of Azure's can. */
export interface ManualStep {
  readonly fr: string;
  readonly en: string;
}

export function step(fr: string, en: string): ManualStep {
  return { fr, en };
}
