import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { rehearsalScript } from "../../infra/rehearsal/script";
import { readRehearsal } from "../../infra/firm/rehearsal";

// The script of the rehearsal, run as the container runs it, against a stand-in for what it calls: the container's
// identity, Azure Resource Manager and the files of two accounts.

const item =
  "/vault/backupFabrics/Azure/protectionContainers/c/protectedItems/AzureFileShare;dossiers";
const day = 24 * 3_600_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

interface File {
  readonly text: string;
  /** Days ago. */
  readonly written: number;
  readonly locked?: boolean;
}

interface Situation {
  /** Days ago of each copy, and where it is. */
  readonly copies?: readonly { readonly days: number; readonly tiers: readonly string[] }[];
  readonly inUse?: Readonly<Record<string, File>>;
  /** Files that come back other than they are; left out is missing. */
  readonly restored?: Readonly<Record<string, string | undefined>>;
  readonly job?: "Completed" | "Failed";
  /** Last verdict. */
  readonly last?: Readonly<Record<string, string>>;
}

const vaultOnly = ["HardenedRP"];
const usual: Required<Pick<Situation, "copies" | "inUse">> = {
  copies: [
    { days: 1, tiers: ["InstantRP", "HardenedRP"] },
    { days: 8, tiers: vaultOnly },
    { days: 9, tiers: vaultOnly },
  ],
  inUse: {
    "DC000101/bilan & annexe.mdb": { text: "bilan", written: 400 },
    "DC000101/2024/journal <1>.pdf": { text: "journal", written: 30 },
    "hier.docx": { text: "hier", written: 1 },
    "ouvert.ldb": { text: "ouvert", written: 20, locked: true },
  },
};

interface Run {
  readonly code: number | null;
  readonly said: Readonly<Record<string, unknown>>;
  readonly calls: readonly string[];
  /** What the last verdict is afterwards. */
  readonly kept: ReturnType<typeof readRehearsal> | undefined;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What a folder of a share holds, as the service lists it. */
function listing(files: Readonly<Record<string, File>>, folder: string): string {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(folder));
  const folders = new Set<string>();
  const entries = inside.flatMap(([path, { text, written }]) => {
    const [name = "", ...rest] = path.slice(folder.length).split("/");
    if (rest.length > 0) {
      folders.add(name);
      return [];
    }
    return `<File><Name>${escaped(name)}</Name><Properties><Content-Length>${text.length}</Content-Length><LastWriteTime>${ago(written)}</LastWriteTime></Properties></File>`;
  });
  const below = [...folders].map(
    (name) => `<Directory><Name>${escaped(name)}</Name><Properties /></Directory>`,
  );
  return `<?xml version="1.0"?><EnumerationResults><Entries>${[...entries, ...below].join("")}</Entries><NextMarker /></EnumerationResults>`;
}

type Answer = readonly [status: number, body: string, headers?: Readonly<Record<string, string>>];

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

async function night(situation: Situation = {}): Promise<Run> {
  const {
    copies = usual.copies,
    inUse = usual.inUse,
    restored = {},
    job = "Completed",
  } = situation;
  const calls: string[] = [];
  let outputs = Object.fromEntries(
    Object.entries(situation.last ?? {}).map(([key, value]) => [key, { type: "string", value }]),
  );
  let here = "";

  function file(path: string, of: "source" | "target"): Answer {
    const known = inUse[path];
    if (known === undefined) return [404, ""];
    if (known.locked === true) return [409, "<Code>SharingViolation</Code>"];
    const text = of === "target" && path in restored ? restored[path] : known.text;
    if (text === undefined) return [404, ""];
    return [200, text, { "x-ms-file-last-write-time": ago(known.written) }];
  }

  function answer(method: string, url: URL, body: string): Answer {
    const path = decodeURIComponent(url.pathname);
    if (path === "/identity") expect(url.searchParams.get("client_id")).toBe("client");
    if (path === "/identity") return [200, JSON.stringify({ access_token: "token" })];
    const [, of, , ...rest] = path.split("/");
    if (of === "source" || of === "target") {
      const folder = rest.join("/");
      if (url.searchParams.get("comp") !== "list") return file(folder, of);
      return [200, listing(inUse, folder === "" ? "" : `${folder}/`)];
    }
    calls.push(`${method} ${path}`);
    if (path.endsWith("/deployments/rehearsal")) {
      if (method === "GET")
        return Object.keys(outputs).length === 0
          ? [404, ""]
          : [200, JSON.stringify({ properties: { outputs } })];
      const { properties } = JSON.parse(body) as {
        properties: { template: { resources: unknown[]; outputs: typeof outputs } };
      };
      expect(properties.template.resources).toEqual([]);
      outputs = properties.template.outputs;
      return [201, "{}"];
    }
    if (path === `${item}/recoveryPoints`)
      return [
        200,
        JSON.stringify({
          value: copies.map(({ days, tiers }, index) => ({
            id: `${item}/recoveryPoints/${index}`,
            properties: {
              recoveryPointTime: ago(days),
              recoveryPointTierDetails: tiers.map((type) => ({ type, status: "Valid" })),
            },
          })),
        }),
      ];
    if (path.endsWith("/restore"))
      return [202, "", { "azure-asyncoperation": `${here}/operation?api-version=1` }];
    if (path === "/operation")
      return [200, JSON.stringify({ status: "Succeeded", properties: { jobId: "7" } })];
    if (path === "/vault/backupJobs/7")
      return [200, JSON.stringify({ properties: { status: job, errorDetails: ["broken"] } })];
    return [200, "{}"];
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? "", "http://here");
      const [status, text, headers = {}] = answer(request.method ?? "", url, body);
      response.writeHead(status, headers).end(text);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const child = spawn(process.execPath, ["--eval", rehearsalScript], {
      env: {
        IDENTITY_ENDPOINT: `${here}/identity`,
        IDENTITY_HEADER: "header",
        CLIENT_ID: "client",
        ARM: here,
        ITEM_ID: item,
        SOURCE_ACCOUNT_ID: "/account",
        SOURCE_FILES: `${here}/source`,
        SHARE: "dossiers",
        GIBIBYTES: "400",
        TARGET_ACCOUNT_ID: "/rehearsal",
        TARGET_FILES: `${here}/target`,
        VERDICT_ID: "/group/deployments/rehearsal",
        EVERY_DAYS: "28",
        LATE_DAYS: "40",
        SAMPLE: "200",
        PAUSE_SECONDS: "0",
      },
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => (text += part));
    const [code] = (await once(child, "close")) as [number | null];
    return {
      code,
      said: JSON.parse(text) as Run["said"],
      calls,
      kept: Object.keys(outputs).length === 0 ? undefined : readRehearsal(outputs),
    };
  } finally {
    server.close();
  }
}

const today = () => new Date().toISOString().slice(0, 10);

test("A12: restores the youngest copy that is in the vault alone, compares, and takes the copy away again", async () => {
  const { code, said, calls, kept } = await night();
  expect(code).toBe(0);
  expect(said).toMatchObject({ verdict: "same", ok: true });
  expect(kept).toMatchObject({ verdict: "same", files: 2, differences: 0 });
  expect(kept?.fr).toContain("2 fichiers comparés, tous identiques");
  const share = `/rehearsal/fileServices/default/shares/rehearsal-${today()}`;
  expect(calls.filter((call) => !call.startsWith("GET"))).toEqual([
    `PUT ${share}`,
    `POST ${item}/recoveryPoints/1/restore`,
    `DELETE ${share}`,
    "PUT /group/deployments/rehearsal",
  ]);
});

test("A12: a file that comes back other than it is, or not at all, fails the job", async () => {
  const { code, said, kept } = await night({
    restored: {
      "DC000101/bilan & annexe.mdb": "chiffré",
      "DC000101/2024/journal <1>.pdf": undefined,
    },
  });
  expect(code).toBe(1);
  expect(said).toMatchObject({ verdict: "differs", ok: false });
  expect(kept).toMatchObject({ verdict: "differs", files: 2, differences: 2, lastSuccess: "" });
  expect(kept?.en).toContain("DC000101/bilan & annexe.mdb");
});

test("a restore that Azure gives up fails the job, and leaves no share behind", async () => {
  const { code, calls, kept } = await night({ job: "Failed" });
  expect(code).toBe(1);
  expect(kept).toMatchObject({ verdict: "failed" });
  expect(kept?.en).toContain("broken");
  expect(calls.at(-2)).toMatch(/^DELETE .*shares\/rehearsal-/);
});

test("what was written since the copy is not compared, and neither is what somebody has open", async () => {
  const { code, kept } = await night({
    restored: { "hier.docx": "avant-hier", "ouvert.ldb": "fermé" },
  });
  expect(code).toBe(0);
  expect(kept).toMatchObject({ verdict: "same", files: 2 });
});

test("without a copy in the vault, or a file as old as one, it waits", async () => {
  const none = await night({ copies: [{ days: 1, tiers: ["InstantRP"] }] });
  expect(none.code).toBe(0);
  expect(none.kept).toMatchObject({ verdict: "waiting" });
  expect(none.calls.some((call) => call.startsWith("POST"))).toBe(false);
  const young = await night({ inUse: { "neuf.pdf": { text: "neuf", written: 0 } } });
  expect(young.code).toBe(0);
  expect(young.kept?.en).toContain("none of 1 files is older than the copy");
});

test("a success that is not a month old is left as it is; an older one, and a failure, are followed up", async () => {
  const last = (verdict: string, days: number) => ({
    verdict,
    since: ago(200),
    rehearsedAt: ago(days),
    lastSuccess: verdict === "same" ? ago(days) : ago(50),
  });
  const restores = async (verdict: string, days: number) =>
    (await night({ last: last(verdict, days) })).calls.some((call) => call.startsWith("POST"));
  expect(await restores("same", 27)).toBe(false);
  expect(await restores("same", 29)).toBe(true);
  expect(await restores("differs", 1)).toBe(true);
});

test("says that all is not well once no rehearsal succeeded for 40 days, though nothing failed", async () => {
  const waiting = (days: number) => ({
    copies: [],
    last: { verdict: "waiting", since: ago(days), rehearsedAt: ago(1), lastSuccess: "" },
  });
  expect((await night(waiting(41))).said).toMatchObject({ ok: false });
  expect((await night(waiting(39))).said).toMatchObject({ ok: true });
});
