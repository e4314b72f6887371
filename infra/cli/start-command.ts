import pc from "picocolors";
import { exitCodes } from "./exit-codes";
import { runSetup } from "./setup";
import { runOperations } from "./operation-command";
import type { Terminal } from "./terminal";

/** The tour: set up, deploy platform and sample firm on the embedded Azure, preview a change. */
export async function runStart(terminal: Terminal): Promise<number> {
  await runSetup(terminal);
  const options = { embedded: true, environment: "prod" };
  const deployed = await runOperations("up", ["prod", "dupont"], options, terminal);
  if (deployed !== exitCodes.done) return deployed;
  terminal.note(pc.bold("\nCabinet Dupont takes on three more people. What would change?\n"));
  const previewed = await runOperations(
    "preview",
    ["dupont"],
    { ...options, set: ["people.staff=15"] },
    terminal,
  );
  if (previewed !== exitCodes.done) return previewed;
  terminal.note(
    [
      "",
      pc.bold("Next:"),
      "  edit infra/firms/dupont.yaml, then  npx cabinet preview dupont --embedded",
      "  npx cabinet check dupont --explain          what the firm gets, and why",
      "  npx cabinet destroy prod dupont --embedded  take it all away again; Azure keeps deleted",
      "                                              backups a while, and it says until when",
    ].join("\n"),
  );
  return exitCodes.done;
}
