/**
 * Previews many changes of one stack, one after the other in one process: a preview costs a third of
 * what it does in a process of its own. `CABINET_HOME` says where the embedded Azure is.
 *
 *     node infra/cli/run-ts.js tests/support/preview-changes.ts prod.petit '[["people.staff=6"]]'
 *
 * Prints one JSON list: for each change what the preview shows.
 */
import { startEmbeddedProviders } from "../../infra/cli/embedded-providers";
import { openInputs } from "../../infra/cli/inputs";
import { operateOne } from "../../infra/cli/operate-one";
import { Terminal } from "../../infra/cli/terminal";
import { azureTarget } from "../../infra/engine/azure-target";

async function main([stackName = "", changes = "[]"]: readonly string[]): Promise<void> {
  const target = azureTarget("embedded");
  const providers = startEmbeddedProviders(target);
  const terminal = new Terminal(process.stderr);
  const options = { environment: "prod", embedded: true, json: true };
  const shown: object[] = [];
  try {
    for (const sets of JSON.parse(changes) as string[][]) {
      const inputs = openInputs(sets);
      const stack = inputs.resolve(stackName, options.environment);
      const { changes: all } = await operateOne(
        "preview",
        stack,
        inputs.of(stack),
        target,
        providers,
        options,
        terminal,
        () => {},
      );
      shown.push(all.map(({ op, name, properties }) => ({ op, name, properties })));
    }
  } finally {
    providers.stop();
  }
  process.stdout.write(JSON.stringify(shown));
}

void main(process.argv.slice(2));
