import { parseDocument, type Document } from "yaml";
import { setByHand } from "../../infra/embedded-azure/by-hand/change";
import { Store } from "../../infra/embedded-azure/store/store";
import { sizeSessionHosts } from "../../infra/firm/sizing";
import type { RegisteredResource } from "../../infra/resources/registered";
import { readDefinition } from "../../infra/stacks/definition";
import { secretsByHand } from "../../infra/stacks/firm-vault";
import { recordStack } from "../../infra/stacks/program";
import { difference } from "../support/difference";
import { WorkTree, type OperationDocument } from "../support/work-tree";

// The small, the middle and the large sample firm on the real engine and the embedded Azure: deployed,
// changed in ten ways while all their session hosts are off, and destroyed. Each step builds on the
// one before; the firms go side by side.
jest.setTimeout(300_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

const firms = ["petit", "moreau", "rousseau"] as const;
type FirmKey = (typeof firms)[number];
type Each<T> = Readonly<Record<FirmKey, T>>;
type Stack = OperationDocument["stacks"][number];

async function each<T>(work: (firm: FirmKey) => Promise<T> | T): Promise<Each<T>> {
  const [petit, moreau, rousseau] = await Promise.all([
    work("petit"),
    work("moreau"),
    work("rousseau"),
  ]);
  return { petit, moreau, rousseau };
}

async function stackAfter(verb: string, firm: FirmKey): Promise<Stack> {
  const [stack] = (await tree.json([verb, firm, "--embedded"])).stacks;
  if (stack === undefined) throw new Error(`no outcome of cabinet ${verb} ${firm}`);
  return stack;
}

function definitionOf(firm: FirmKey) {
  const reading = readDefinition(`prod.${firm}`, tree.folder);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error(JSON.stringify(reading));
  return reading.value;
}

async function recordedNow(firm: FirmKey): Promise<readonly RegisteredResource[]> {
  return (await recordStack(definitionOf(firm).name, definitionOf(firm))).resources;
}

function planOf(firm: FirmKey) {
  const { people, sessions } = definitionOf(firm).firm;
  const { size, count } = sizeSessionHosts(people, sessions);
  return { size, count };
}
const plans = { petit: planOf("petit"), moreau: planOf("moreau"), rousseau: planOf("rousseau") };
const oneMore = (firm: FirmKey) => ({ ...plans[firm], count: plans[firm].count + 1 });

interface Shown {
  readonly created: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Logical names by what is done to them, as far as it is a resource of Azure. */
function shown({ changes = [] }: Stack): Shown {
  const named = (...ops: readonly string[]) =>
    changes
      .filter(({ op, type }) => ops.includes(op) && !type.startsWith("cabinet:"))
      .map(({ name }) => name)
      .toSorted();
  return {
    // Locks are lifted for a moment where rights inside them are withdrawn.
    created: named("create").filter((name) => !name.startsWith("locks-")),
    removed: named("delete"),
    changed: named("update", "replace"),
  };
}

/** What the program itself says; the hosts' passwords, which it hides, follow the hosts. */
function foretold(
  before: readonly RegisteredResource[],
  after: readonly RegisteredResource[],
): Shown {
  const { created, removed, changed } = difference(before, after);
  const isMachine = (name: string) => /^hosts-.*-vm$/.test(name);
  const passwords = [...created, ...removed].some(isMachine) ? ["hosts-passwords"] : [];
  return { created, removed, changed: [...Object.keys(changed), ...passwords].toSorted() };
}

/** A change to the files. */
interface Change {
  readonly firm?: (file: Document, firm: FirmKey) => void;
  readonly today?: string;
  /** Logical names of all that it may touch. */
  readonly touches: RegExp;
  /** Firms in which it touches nothing. */
  readonly silentFor?: readonly FirmKey[];
}

const externals =
  /^((access|signin-people)-(clients|salaries|intervenants)|desktops-(applications|workspace|pool)|diagnostics-applications|profiles-share|alerts-profiles-free\d+$|console-workbook)/;

/** What one `up` brings about. */
const steps: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  "a firm at work": {
    "one more host": {
      firm: (file, firm) => file.setIn(["sessions", "hosts"], oneMore(firm)),
      touches: /^(hosts-(passwords$|[cg]1-)|alerts-full\d+$)/,
    },
    "a larger share": {
      firm: (file) => file.setIn(["data", "dossiers"], "4 TiB"),
      touches:
        /^(dossiers-share|rehearsal-job|files-data-disk|files-files-\d+|alerts-dossiers-free\d+|console-workbook)$/,
    },
    "other hours": {
      firm: (file) => file.setIn(["workday", "weekdays"], "09:00-17:00"),
      touches: /^desktops-(pool|scaling)$/,
      // Autoscale is Citrix's own.
      silentFor: ["rousseau"],
    },
    "any device": {
      firm: (file) => file.setIn(["sessions", "devices"], "any"),
      // Where externals have devices of their own, the pool shares nothing with any device already.
      touches: /^(desktops-pool$|signin-reportedDevices-)/,
    },
    "no printers": {
      firm: (file) => {
        file.setIn(["sessions", "printing"], "none");
        file.deleteIn(["sessions", "thinprint"]);
      },
      touches: /^(desktops-pool|network-sessions-rules)$/,
      // Universal Print needs nothing of the pool.
      silentFor: ["moreau"],
    },
    "one more application": {
      firm: (file) => {
        if (!file.hasIn(["people", "externals"])) file.setIn(["people", "externals"], 1);
        const application = file.createNode({ name: "Caisse", path: "C:\\Caisse.exe" });
        if (file.hasIn(["sessions", "applications"]))
          file.addIn(["sessions", "applications"], application);
        else file.setIn(["sessions", "applications"], file.createNode([application]));
      },
      touches: externals,
      silentFor: ["rousseau"],
    },
    "going live": {
      firm: (file) => file.setIn(["stage"], "live"),
      touches: /^(access-\w+-(desktop|applications)-|landing-)/,
      // Citrix lets people in.
      silentFor: ["rousseau"],
    },
    "a service on": {
      firm: (file) => file.setIn(["services"], file.createNode(["suiviCaisse"])),
      touches: /^(service-suivicaisse|network-sessions-rules$)/,
    },
    "another budget": {
      firm: (file) => file.setIn(["budget"], "4321 EUR"),
      touches: /^budget/,
    },
  },
  "a firm in its season": {
    "a new generation": {
      firm: (file, firm) => {
        file.setIn(["sessions", "generation"], 2);
        file.setIn(["sessions", "previous"], {
          generation: 1,
          hosts: oneMore(firm),
          until: "2027-06-30",
        });
      },
      touches: /^hosts-/,
    },
    "the season": {
      firm: (file) => {
        const season = { from: "01-15", until: "05-31", weekdays: "06:30-22:00" };
        file.setIn(["workday", "season"], season);
      },
      today: "2027-03-11",
      touches: /^desktops-scaling$/,
      silentFor: ["rousseau"],
    },
    "no more externals": {
      firm: (file) => {
        file.setIn(["people", "externals"], 0);
        file.deleteIn(["people", "externalsAtOnce"]);
        file.deleteIn(["sessions", "applications"]);
      },
      touches: externals,
    },
  },
};

function apply({ firm: edit, today }: Change): void {
  if (edit !== undefined)
    for (const firm of firms)
      tree.edit(`infra/firms/${firm}.yaml`, (text) => {
        const file = parseDocument(text);
        edit(file, firm);
        return file.toString();
      });
  if (today !== undefined)
    tree.edit("Pulumi.prod.yaml", (text) =>
      text.replace(/cabinet:today: .*/, `cabinet:today: "${today}"`),
    );
}

const onMachine = /-(vm|nic|settings|join|antimalware|attestation|monitor|collection|agent)$/;

test("the first up stops and names the secret that a person has to put into the vault", async () => {
  tree.edit(
    "infra/firms/petit.yaml",
    (text) => `${text}suite: quadra\nlanding: { transport: none }\nstage: verified\n`,
  );
  // Services are Quadra's.
  tree.edit("infra/firms/moreau.yaml", (text) => text.replace("suite: acd", "suite: quadra"));
  await tree.json(["up", "prod", "--embedded"]);
  const { petit, moreau, rousseau } = await each((firm) => stackAfter("up", firm));
  expect(petit.outcome).toBe("done");
  for (const stopped of [moreau, rousseau]) {
    expect(stopped.error).toMatchObject({ kind: "missing" });
    expect(stopped.error?.message).toContain("domain-join");
  }
});

test("with the secrets in the vault the next up goes on, and hosts register under their domain", async () => {
  await each(async (firm) => {
    const secrets = secretsByHand(definitionOf(firm).firm);
    const puts = secrets.map((secret) =>
      tree.run(["secret", firm, secret, "--embedded"], {}, "un mot de passe\n"),
    );
    for (const { code, stderr } of await Promise.all(puts))
      expect([code, stderr]).toEqual([0, expect.stringContaining(`cabinet up ${firm}`)]);
  });
  for (const { outcome } of await Promise.all([
    stackAfter("up", "moreau"),
    stackAfter("up", "rousseau"),
  ]))
    expect(outcome).toBe("done");
  const registered = tree.azureIds().filter((id) => /\/sessionHosts\//i.test(id));
  const inDomain = registered.filter((id) => id.endsWith(".cabinet-moreau.example"));
  expect(inDomain).toHaveLength(plans.moreau.count);
  expect(registered).toHaveLength(plans.moreau.count + plans.petit.count);
});

test("somebody switches every session host off", () => {
  const host = /\/resourceGroups\/rg-prod-\w+-hosts\/.*\/virtualMachines\/\w+\d{5}$/i;
  const machines = tree.azureIds().filter((id) => host.test(id));
  expect(machines).toHaveLength(plans.petit.count + plans.moreau.count + plans.rousseau.count);
  const store = Store.open(tree.azureStore);
  const off = { path: "instanceView", text: '{"statuses":[{"code":"PowerState/deallocated"}]}' };
  try {
    for (const id of machines) setByHand(store, id, [off]);
  } finally {
    store.close();
  }
});

describe.each(Object.entries(steps))("%s, every host off", (_, changes) => {
  let results: Each<Shown>;

  test("shows exactly what the program has changed", async () => {
    const before = await each(recordedNow);
    for (const change of Object.values(changes)) apply(change);
    results = await each(async (firm) => {
      const stack = await stackAfter("up", firm);
      if (stack.outcome !== "done") throw new Error(`${firm}: ${stack.error?.message}`);
      return shown(stack);
    });
    expect(results).toEqual(
      await each(async (firm) => foretold(before[firm], await recordedNow(firm))),
    );
  });

  test.each(Object.entries(changes))("%s", (_name, { touches, silentFor = [] }) => {
    for (const firm of firms.filter((one) => !silentFor.includes(one))) {
      const { created, removed, changed } = results[firm];
      expect([...created, ...removed, ...changed]).toContainEqual(expect.stringMatching(touches));
    }
  });

  test("nothing else, and no living machine, is touched", () => {
    const meant = Object.values(changes).map(({ touches }) => touches);
    for (const firm of firms) {
      const { created, removed, changed } = results[firm];
      const all = [...created, ...removed, ...changed];
      expect(all.filter((one) => !meant.some((touches) => touches.test(one)))).toEqual([]);
      expect(changed.filter((one) => onMachine.test(one))).toEqual([]);
    }
  });
});

test("rights of externals inside locks are gone, and every lock is there", () => {
  const ids = tree.azureIds();
  const locks = ids.filter((id) => id.includes("/Microsoft.Authorization/locks/"));
  const locked = (firm: FirmKey) => locks.filter((id) => id.includes(`rg-prod-${firm}-`)).length;
  expect([locked("petit"), locked("moreau"), locked("rousseau")]).toEqual([4, 5, 5]);
});

test("on its day the old generation goes, its hosts off, with their records", async () => {
  apply({ today: "2027-07-01", touches: /./ });
  const { outcome, changes = [] } = await stackAfter("up", "moreau");
  expect(outcome).toBe("done");
  const gone = changes.filter(({ op }) => op === "delete").map(({ type }) => type);
  const count = (type: string) => gone.filter((one) => one === type).length;
  expect(count("azure-native:compute:VirtualMachine")).toBe(oneMore("moreau").count);
  expect(count("azure-native:desktopvirtualization:SessionHost")).toBe(oneMore("moreau").count);
  const records = tree.azureIds().filter((id) => id.endsWith(".cabinet-moreau.example"));
  expect(records).toHaveLength(oneMore("moreau").count);
});

test("RSV-06: rejects other redundancy in the preview, with the reason and the way out", async () => {
  const before = tree.azureIds();
  const others = { petit: "geo", moreau: "geo", rousseau: "zone" };
  const previews = await each((firm) =>
    tree.run(["preview", firm, "--embedded", "--set", `data.redundancy=${others[firm]}`]),
  );
  for (const firm of firms) {
    const { code, stderr } = previews[firm];
    expect([firm, code]).toEqual([firm, 10]);
    expect(stderr).toContain(
      `prod.${firm} cannot have data.redundancy ${others[firm]}: its recovery vault holds backups`,
    );
    expect(stderr).toContain("or begin the firm anew in another file");
  }
  expect(tree.azureIds()).toEqual(before);
});

test("rejects giving up client files by a change of the store, and touches nothing", async () => {
  const file = "infra/firms/moreau.yaml";
  tree.edit(file, (text) => text.replace("store: fileServer", "store: azureFiles"));
  const before = tree.azureIds();
  const { code, stderr } = await tree.run(["up", "moreau", "--embedded"]);
  expect(code).toBe(10);
  expect(stderr).toMatch(/would lose what its locks protect: files-data-disk\n.*az lock delete/);
  expect(tree.azureIds()).toEqual(before);
  tree.edit(file, (text) => text.replace("store: azureFiles", "store: fileServer"));
});

test("everything goes away, hosts still off, and nothing stays in Azure", async () => {
  // But what Azure keeps for a while of deleted vaults and backups: firm-lifecycle.test.ts waits for that.
  await tree.run(["azure", "configure", "softDelete=gone", "--embedded"]);
  const stacks = await each((firm) => stackAfter("destroy", firm));
  for (const firm of firms) expect([firm, stacks[firm].outcome]).toEqual([firm, "done"]);
  await tree.json(["destroy", "prod", "--embedded"]);
  expect(tree.azureIds()).toEqual([]);
});
