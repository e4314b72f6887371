import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../engine/azure-target";
import { Failure } from "../engine/failure";
import { firmFile, platformFileOf } from "../registry/files";
import { InputFaults } from "./input-faults";
import { openInputs, type NamedStack, type StackInputs } from "./inputs";

/**
 * What the files said about a stack at a git revision; undefined where the firm had none yet. Only
 * its own files are looked at: whether other firms were in order then changes no bill.
 * @throws Failure `input` when git knows no such revision, or the files of it cannot be read
 */
export function inputsAt(
  revision: string,
  stack: NamedStack,
  root = repositoryRoot,
): StackInputs | undefined {
  const platform = platformFileOf(stack.environment);
  const files = stack.kind === "platform" ? [platform] : [platform, firmFile(stack.firm)];
  const texts = contentsAt(revision, files, root);
  if (files.some((file) => texts.get(file) === undefined)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "cabinet-cost-"));
  try {
    for (const [file, text] of texts) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return openInputs([], folder).of(stack);
  } catch (error) {
    if (!(error instanceof InputFaults)) throw error;
    throw new Failure(
      "input",
      `at ${revision} the files are not what this program reads:\n${error.message}`,
      "compare with a later revision, or with deployed",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files as a revision has them, all from one process of git. */
function contentsAt(
  revision: string,
  files: readonly string[],
  root: string,
): ReadonlyMap<string, Uint8Array> {
  if (revision === "" || /[\n\r\0]/.test(revision)) throw unknownRevision(revision, "");
  const names = [`${revision}^{commit}`, ...files.map((file) => `${revision}:./${file}`)];
  const git = spawnSync("git", ["cat-file", "--batch"], {
    cwd: root,
    input: names.map((name) => `${name}\n`).join(""),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (git.error !== undefined || git.status !== 0)
    throw unknownRevision(revision, git.error?.message ?? git.stderr.toString().trim());
  const [commit, ...contents] = readBatch(git.stdout, names.length);
  if (commit === undefined) throw unknownRevision(revision, "");
  const found = new Map<string, Uint8Array>();
  for (const [index, file] of files.entries()) {
    const content = contents[index];
    if (content !== undefined) found.set(file, content);
  }
  return found;
}

/** Answers of `git cat-file --batch`: `<id> <type> <size>`, the content, a line's end; or `<name> missing`. */
function readBatch(output: Buffer, count: number): readonly (Uint8Array | undefined)[] {
  const contents: (Uint8Array | undefined)[] = [];
  let at = 0;
  while (contents.length < count && at < output.length) {
    const end = output.indexOf("\n", at);
    const head = output.toString("utf8", at, end);
    at = end + 1;
    const size = /^[0-9a-f]{40,64} \w+ (\d+)$/.exec(head)?.[1];
    if (size === undefined) {
      contents.push(undefined);
      continue;
    }
    contents.push(output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

function unknownRevision(revision: string, reason: string): Failure {
  return new Failure(
    "input",
    `git knows no revision "${revision}"${reason === "" ? "" : `: ${reason}`}`,
    "name a revision such as HEAD~1 or main, deployed, or a .json file of resources",
  );
}
