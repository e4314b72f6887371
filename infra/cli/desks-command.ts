import { Failure } from "../engine/failure";
import { judgeDesk, type DeskVerdict } from "../kit/fleet/judge-desk";
import { readFleet } from "../kit/fleet/read-fleet";
import type { KitLanguage } from "../kit/wish";
import { readInput } from "./cost-files";
import { exitCodes } from "./exit-codes";
import { InputFaults } from "./input-faults";
import { openInputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface DesksOptions {
  readonly environment: string;
  readonly csv: string;
  readonly lang: KitLanguage;
  readonly json?: boolean;
}

/** Pass or fail of each desk of a list. @throws InputFaults, Failure `input` */
export function runDesks(name: string, options: DesksOptions, terminal: Terminal): number {
  const inputs = openInputs();
  const { firm } = inputs.of(inputs.resolve(name, options.environment));
  if (firm === undefined)
    throw new Failure("input", `${name} is the platform, which has no desks`, "name a firm");
  const fleet = readFleet(options.csv, readInput(options.csv));
  if (!fleet.ok) throw new InputFaults(fleet.faults);
  const verdicts = fleet.value.map((desk) => judgeDesk(desk, firm));
  const passing = verdicts.filter(({ reasons }) => reasons.length === 0);
  if (options.json === true)
    terminal.print(
      JSON.stringify(
        {
          format: "cabinet/desks@1",
          firm: firm.key,
          passing: passing.length,
          failing: verdicts.length - passing.length,
          desks: verdicts.map(({ desk, reasons, notes }) => ({
            ...desk,
            passes: reasons.length === 0,
            reasons,
            notes,
          })),
        },
        null,
        2,
      ),
    );
  else for (const line of render(verdicts, options.lang)) terminal.print(line);
  return passing.length === verdicts.length ? exitCodes.done : exitCodes.refused;
}

const words = {
  passes: { fr: "apte", en: "passes" },
  fails: { fr: "à remplacer ou à compléter", en: "fails" },
} as const;

function render(verdicts: readonly DeskVerdict[], lang: KitLanguage): readonly string[] {
  return verdicts.flatMap(({ desk, reasons, notes }) => [
    `${desk.name}: ${words[reasons.length === 0 ? "passes" : "fails"][lang]}`,
    ...reasons.map((reason) => `  ✗ ${reason[lang]}`),
    ...notes.map((note) => `  ! ${note[lang]}`),
  ]);
}
