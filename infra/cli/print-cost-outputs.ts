import { costOutputs } from "../bill/outputs";
import { repositoryRoot } from "../engine/azure-target";
import { readDefinition } from "../stacks/definition";
import { recordStack } from "../stacks/program";

// Run by the program of a stack under plain Pulumi; prints the outputs that tell its cost.
async function main(stackName: string): Promise<void> {
  Error.stackTraceLimit = 0;
  const reading = readDefinition(stackName, repositoryRoot);
  if (!reading.ok) throw new Error(`the files of ${stackName} are not in order`);
  const definition = reading.value;
  const { name, platform } = definition;
  const firm = definition.kind === "platform" ? undefined : definition.firm;
  const outputs = await costOutputs(
    definition,
    async () => (await recordStack(name, { platform, firm })).resources,
  );
  process.stdout.write(JSON.stringify(outputs));
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
