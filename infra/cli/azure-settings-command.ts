import pc from "picocolors";
import { checkSetting, settingForms } from "../embedded-azure/arm/settings";
import { inStore, parseChange, printDocument, type LookOptions } from "./azure-command";
import type { Terminal } from "./terminal";

/** Sets how the embedded Azure is; each change is `name=value`. Without any, shows how it is. */
export function configure(
  changes: readonly string[],
  options: LookOptions,
  terminal: Terminal,
): number {
  const parsed = changes.map(parseChange);
  return inStore(options, (store) => {
    store.transaction(() => {
      for (const { path, text } of parsed) {
        if (text === "null") store.settings.remove(path);
        else {
          checkSetting(path, text);
          store.settings.set(path, text);
        }
      }
    });
    const set = store.settings.all();
    if (options.json === true)
      printDocument(
        { format: "cabinet/azure-settings@1", settings: Object.fromEntries(set) },
        terminal,
      );
    else if (parsed.length > 0) for (const change of changes) terminal.done(`set ${change}`);
    else {
      for (const [name, value] of set) terminal.print(`${name}=${value}`);
      for (const { shown, values, byItself, what } of settingForms)
        terminal.note(`${pc.bold(shown)}=<${values}>  ${what}; by itself ${byItself}`);
    }
  });
}
