import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

// Who may know whom. A room imports only from the rooms named here, and nobody imports the command line.
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  azure: [],
  document: ["azure"],
  "slim-server": ["document"],
  firm: ["document", "azure", "slim-server", "rules"],
  landing: ["document"],
  platform: ["document", "azure", "firm", "rules"],
  registry: ["document", "firm", "platform", "azure"],
  windows: ["firm"],
  kit: ["windows", "firm", "document", "azure", "slim-server"],
  watch: ["firm", "slim-server"],
  rehearsal: [],
  components: ["rehearsal", "windows", "firm", "platform", "azure", "slim-server", "watch"],
  stacks: [
    "components",
    "kit",
    "watch",
    "registry",
    "document",
    "firm",
    "platform",
    "azure",
    "resources",
    "slim-server",
  ],
  resources: ["azure"],
  cost: ["resources", "document", "azure"],
  rules: ["resources", "document", "azure", "slim-server"],
  bill: ["cost", "firm", "platform", "resources", "document", "azure"],
  "embedded-azure": ["azure"],
  engine: ["stacks", "resources", "platform", "azure"],
  cli: [
    "engine",
    "stacks",
    "resources",
    "cost",
    "bill",
    "kit",
    "rules",
    "registry",
    "document",
    "slim-server",
    "firm",
    "landing",
    "platform",
    "azure",
    "embedded-azure",
  ],
};

const infra = resolve(__dirname, "../infra");

const files = readdirSync(infra, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

function roomOf(file: string): string | undefined {
  return file.includes("/") ? file.split("/")[0] : undefined;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(infra, file), "utf8");
  return [...text.matchAll(/(?:from|import|require)\s*\(?\s*"([^"]+)"/g)].flatMap(
    ([, to]) => to ?? [],
  );
}

test.each(Object.keys(mayKnow))("%s imports only from the rooms it may know", (room) => {
  const strangers = files
    .filter((file) => roomOf(file) === room)
    .flatMap((file) =>
      importsOf(file)
        .filter((to) => to.startsWith("."))
        .map((to) => roomOf(relative(infra, resolve(infra, file, "..", to))))
        .filter((to) => to !== undefined && to !== room && mayKnow[room]?.includes(to) !== true)
        .map((to) => `${file} imports ${String(to)}`),
    );
  expect(strangers).toEqual([]);
});

test("every room is in the plan", () => {
  const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
  expect([...rooms].filter((room) => mayKnow[room] === undefined)).toEqual([]);
});

test.each(["firm", "landing", "platform", "document", "azure", "slim-server", "rules", "watch"])(
  "%s is pure: no Pulumi, no files, no processes",
  (room) => {
    const impure = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => /^@pulumi|^node:(fs|child_process|net|http|https|os|process)/.test(to))
          .map((to) => `${file} imports ${to}`),
      );
    expect(impure).toEqual([]);
  },
);

test("the root of azure-native is imported nowhere: it costs a third of a second", () => {
  expect(files.filter((file) => importsOf(file).includes("@pulumi/azure-native"))).toEqual([]);
});

test("no clock and no chance in what makes resources", () => {
  const rooms = [
    "firm",
    "platform",
    "azure",
    "document",
    "slim-server",
    "windows",
    "kit",
    "components",
    "stacks",
    "resources",
  ];
  const unsteady = files.filter(
    (file) =>
      rooms.includes(roomOf(file) ?? "") &&
      /\bDate\.now\(|new Date\(\)|Math\.random\(|randomUUID\(/.test(
        readFileSync(join(infra, file), "utf8"),
      ),
  );
  expect(unsteady).toEqual([]);
});
