import { step, type ManualStep } from "./manual-step";

/** Somebody puts a secret into the firm's vault, by a command that shows it nowhere. */
export function secretStep(firm: string, name: string, quoi: string, what: string): ManualStep {
  const command = `npx cabinet secret ${firm} ${name} < `;
  return step(
    `Déposer le ${quoi} dans le coffre du cabinet, puis redéployer : ${command}fichier (à effacer ensuite).`,
    `Put the ${what} into the firm's vault, then deploy again: ${command}file (to be erased afterwards).`,
  );
}
