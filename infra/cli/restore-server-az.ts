import { createHash } from "node:crypto";
import type { ProtectedServer } from "../resources/protected-servers";
import { az, call, shellLine } from "./restore-az";

/** One call, and the word under which later ones know its answer. */
interface Step {
  readonly words: readonly string[];
  readonly gives?: Answer;
}

const answers = ["POINT", "JOB", "COPY"] as const;
type Answer = (typeof answers)[number];

/** Where an answer goes in a call. */
const place = (answer: Answer) => `{${answer}}`;

/**
 * How a server's data is had back: the disk is restored to a group of its own, and put in the place of the one in use
 * under the same name, so that the firm's stack goes on knowing it. What was on the disk before stays as a snapshot, for
 * those who look for how it came about. https://learn.microsoft.com/azure/backup/tutorial-restore-disk
 */
export function serverSteps(server: ProtectedServer, subscription: string): readonly Step[] {
  const { machine, machineGroup, location, disk } = server;
  const restored = `${machineGroup}-restored`;
  const staging = `strestore${createHash("sha256").update(server.itemId.toLowerCase()).digest("hex").slice(0, 12)}`;
  const quiet = { subscription, output: "none" };
  const inVault = {
    subscription,
    "resource-group": server.group,
    "vault-name": server.vault,
  };
  const item = {
    ...inVault,
    "container-name": server.container,
    "item-name": server.item,
  };
  const onMachine = { subscription, "resource-group": machineGroup, "vm-name": machine };
  return [
    step("group create", { ...quiet, name: restored, location }),
    // Azure Backup leaves a description of the machine there, and demands the place for it.
    step("storage account create", {
      ...quiet,
      "resource-group": restored,
      name: staging,
      location,
      sku: "Standard_LRS",
      "allow-blob-public-access": "false",
    }),
    {
      ...step("backup recoverypoint list", {
        ...item,
        "backup-management-type": "AzureIaasVM",
        "workload-type": "VM",
        query:
          "sort_by([], &properties.recoveryPointTime)[-1].[name, properties.recoveryPointTime]",
        output: "tsv",
      }),
      gives: "POINT",
    },
    {
      ...step("backup restore restore-disks", {
        ...item,
        "rp-name": place("POINT"),
        "storage-account": staging,
        "target-resource-group": restored,
        "restore-mode": "AlternateLocation",
        diskslist: "0",
        "disk-encryption-set-id": disk.encryptionSetId,
        query: "name",
        output: "tsv",
      }),
      gives: "JOB",
    },
    step("backup job wait", { ...inVault, name: place("JOB"), output: "none" }),
    {
      ...step("disk list", {
        subscription,
        "resource-group": restored,
        query: "[?contains(name, 'datadisk')].id | [0]",
        output: "tsv",
      }),
      gives: "COPY",
    },
    step("vm deallocate", { ...quiet, "resource-group": machineGroup, name: machine }),
    step("snapshot create", {
      ...quiet,
      "resource-group": restored,
      name: `${disk.name}-before`,
      source: disk.id,
    }),
    step("vm disk detach", { ...onMachine, name: disk.name }),
    ...(disk.lockId === undefined ? [] : [step("lock delete", { ids: disk.lockId })]),
    { words: [...call("disk delete", { ...quiet, ids: disk.id }), "--yes"] },
    step("disk create", {
      ...quiet,
      "resource-group": machineGroup,
      name: disk.name,
      source: place("COPY"),
      "size-gb": String(disk.gibibytes),
      sku: disk.sku,
      "disk-encryption-set": disk.encryptionSetId,
      "network-access-policy": "DenyAll",
      "public-network-access": "Disabled",
    }),
    step("vm disk attach", { ...onMachine, name: disk.name, lun: "0", caching: "None" }),
    step("vm start", { ...quiet, "resource-group": machineGroup, name: machine }),
  ];
}

function step(verb: string, flags: Readonly<Record<string, string>>): Step {
  return { words: call(verb, flags) };
}

/** The steps as a person runs them in a shell. */
export function serverLines(steps: readonly Step[]): readonly string[] {
  return steps.map(({ words, gives }) => {
    const line = answers.reduce(
      (text, answer) => text.replace(`'${place(answer)}'`, `"$${answer}"`),
      shellLine(words),
    );
    // The point comes with its time.
    return gives === undefined
      ? line
      : `${gives}=$(${line}${gives === "POINT" ? " | cut -f1" : ""})`;
  });
}

/**
 * Runs the steps.
 *
 * @returns the time of the copy that the disk was made from; undefined when the vault holds none, and nothing was done
 * but to make the group it would have gone to.
 */
export function runServerSteps(steps: readonly Step[]): string | undefined {
  const known: Partial<Record<Answer, string>> = {};
  let asOf = "";
  for (const { words, gives } of steps) {
    const answer = az(
      words.map((word) => {
        const asked = answers.find((one) => word === place(one));
        return asked === undefined ? word : (known[asked] ?? "");
      }),
    );
    if (gives === undefined) continue;
    const [first = "", time = ""] = answer.split("\t");
    if (gives === "POINT" && first === "") return undefined;
    if (gives === "POINT") asOf = time;
    known[gives] = first;
  }
  return asOf;
}
