import { guardrails } from "../../rules/catalogue";
import { policiesOf, type PackSetting } from "../../rules/policy-pack";
import { recordStack } from "../../stacks/program";
import { InputFaults } from "../input-faults";
import { openInputs } from "../inputs";
import { settingOf } from "../judge-stack";

/** The part of `@pulumi/policy` that is called; nothing else of the project needs that package. */
interface PolicyPackage {
  readonly PolicyPack: new (name: string, args: { readonly policies: unknown }) => unknown;
}

function policyPackage(): PolicyPackage {
  try {
    return require("@pulumi/policy");
  } catch {
    throw new Error(
      "the policy pack needs @pulumi/policy, which is there for development: npm install --include=dev",
    );
  }
}

/** Read once a stack: the engine asks for each resource. Faulty files are refused by the program itself. */
function rememberSettings(): (stack: string) => PackSetting | undefined {
  const known = new Map<string, PackSetting | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, readSetting(name));
    return known.get(name);
  };
}

function readSetting(name: string): PackSetting | undefined {
  try {
    const inputs = openInputs();
    const stack = inputs.resolve(name, name.split(".")[0] ?? "");
    const of = inputs.of(stack);
    let recording: ReturnType<typeof recordStack> | undefined;
    return {
      ...settingOf(stack, of),
      recorded: async () => (await (recording ??= recordStack(stack, of))).resources,
    };
  } catch (error) {
    if (error instanceof InputFaults) return undefined;
    throw error;
  }
}

const { PolicyPack } = policyPackage();
new PolicyPack("cabinet", { policies: policiesOf(guardrails, rememberSettings()) });
