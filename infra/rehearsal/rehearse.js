"use strict";
// Runs in a container in the firm's own network, once a day, and needs nothing but Node. Most days it only says that
// the last rehearsal is young enough; when it is a month old, or was no success, it has the share's copy in the vault
// restored to an account of its own, compares files with those in use, and takes the restored copy away again.
//
// A file that was not written since the copy was made must be the same in both. So nothing is compared with a
// snapshot, which would come from the same place as the restored files where the copy still has one.

const { createHash } = require("node:crypto");

const { env } = process;
const settings = {
  arm: env.ARM,
  item: env.ITEM_ID,
  source: { accountId: env.SOURCE_ACCOUNT_ID, files: env.SOURCE_FILES, share: env.SHARE },
  target: { accountId: env.TARGET_ACCOUNT_ID, files: env.TARGET_FILES },
  gibibytes: Number(env.GIBIBYTES),
  verdictId: env.VERDICT_ID,
  everyDays: Number(env.EVERY_DAYS),
  lateDays: Number(env.LATE_DAYS),
  sample: Number(env.SAMPLE),
  pauseSeconds: Number(env.PAUSE_SECONDS),
};

const apis = { backup: "2025-02-01", storage: "2024-01-01", deployments: "2024-03-01" };
// The first version of which OAuth on files is generally available is 2022-11-02.
const filesVersion = "2024-11-04";
const day = 24 * 3_600_000;
// What was written so shortly before the copy may or may not be in it.
const margin = 15 * 60_000;
const largestFile = 2 ** 30;

const tokens = new Map();

/** A token of the container's own identity: https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference */
async function tokenFor(resource) {
  const known = tokens.get(resource);
  if (known !== undefined && known.until > Date.now()) return known.token;
  const query = new URLSearchParams({
    resource,
    client_id: env.CLIENT_ID,
    "api-version": "2019-08-01",
  });
  const answer = await fetch(`${env.IDENTITY_ENDPOINT}?${query}`, {
    headers: { "X-IDENTITY-HEADER": env.IDENTITY_HEADER },
  });
  if (!answer.ok) throw new Error(`no token for ${resource}: ${answer.status}`);
  const token = (await answer.json()).access_token;
  tokens.set(resource, { token, until: Date.now() + 600_000 });
  return token;
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Asks until there is an answer that is no passing trouble; what is not there is undefined. */
async function request(url, resource, options = {}) {
  for (let attempt = 1; ; attempt += 1) {
    const token = await tokenFor(resource);
    const headers = { ...options.headers, Authorization: `Bearer ${token}` };
    const answer = await fetch(url, { ...options, headers });
    if (answer.ok) return answer;
    const words = (await answer.text()).slice(0, 500);
    if (answer.status === 404) return undefined;
    const passing = answer.status === 429 || answer.status >= 500;
    if (!passing || attempt === 5)
      throw new Error(`${options.method ?? "GET"} ${url.split("?")[0]}: ${answer.status} ${words}`);
    await pause(settings.pauseSeconds);
  }
}

function arm(method, path, api, body) {
  const url = path.startsWith("http") ? path : `${settings.arm}${path}?api-version=${api}`;
  return request(url, "https://management.azure.com/", {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
}

async function read(path, api) {
  return (await arm("GET", path, api))?.json();
}

function files(base, path, query = "") {
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  return request(`${base}/${escaped}${query}`, "https://storage.azure.com/", {
    headers: {
      "x-ms-version": filesVersion,
      "x-ms-date": new Date().toUTCString(),
      // Reads whatever the access lists say, as the role allows.
      "x-ms-file-request-intent": "backup",
      "x-ms-allow-trailing-dot": "true",
    },
  });
}

function textIn(xml, element) {
  const [, attributes = "", text = ""] =
    new RegExp(`<${element}( [^>]*)?>([^<]*)</${element}>`).exec(xml) ?? [];
  const plain = text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
  return attributes.includes("true") ? decodeURIComponent(plain) : plain;
}

/** Every file of a share: https://learn.microsoft.com/rest/api/storageservices/list-directories-and-files */
async function* filesIn(base, share, folder = "") {
  const folders = [];
  for (let marker = ""; ;) {
    const query = `?restype=directory&comp=list&include=Timestamps&maxresults=5000${marker && `&marker=${encodeURIComponent(marker)}`}`;
    const answer = await files(base, folder === "" ? share : `${share}/${folder}`, query);
    const xml = answer === undefined ? "" : await answer.text();
    for (const [entry] of xml.matchAll(/<(File|Directory)>[\s\S]*?<\/\1>/g)) {
      const path = folder === "" ? textIn(entry, "Name") : `${folder}/${textIn(entry, "Name")}`;
      if (entry.startsWith("<Directory>")) folders.push(path);
      else
        yield {
          path,
          bytes: Number(textIn(entry, "Content-Length")),
          written: Date.parse(textIn(entry, "LastWriteTime")),
        };
    }
    marker = textIn(xml, "NextMarker");
    if (marker === "") break;
  }
  for (const each of folders) yield* filesIn(base, share, each);
}

/** Files that the copy must hold as they are now, other ones each month. */
async function sampleOf(limit, seed) {
  const { source, sample } = settings;
  let chosen = [];
  let seen = 0;
  const cut = () => {
    chosen = chosen.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, sample);
  };
  for await (const file of filesIn(source.files, source.share)) {
    seen += 1;
    if (!(file.written <= limit) || file.bytes > largestFile) continue;
    const rank = createHash("sha256").update(`${seed}\n${file.path}`).digest("hex");
    chosen.push({ ...file, rank });
    if (chosen.length > 2 * sample) cut();
  }
  cut();
  return { seen, chosen };
}

async function digestOf(answer) {
  const hash = createHash("sha256");
  for await (const part of answer.body ?? []) hash.update(part);
  return hash.digest("hex");
}

async function compare(copy, limit, seed) {
  const { source, target } = settings;
  const { seen, chosen } = await sampleOf(limit, seed);
  const different = [];
  let compared = 0;
  let bytes = 0;
  for (const { path, bytes: size } of chosen) {
    let now;
    try {
      now = await files(source.files, `${source.share}/${path}`);
    } catch (error) {
      // Somebody has it open and lets nobody read.
      if (/SharingViolation/.test(String(error))) continue;
      throw error;
    }
    const written = Date.parse(now?.headers.get("x-ms-file-last-write-time") ?? "");
    if (now === undefined || written > limit) continue;
    const expected = await digestOf(now);
    const restored = await files(target.files, `${copy}/${path}`);
    compared += 1;
    bytes += size;
    if (restored === undefined || (await digestOf(restored)) !== expected) different.push(path);
  }
  return { seen, compared, bytes, different };
}

/** The youngest copy that is in the vault and no more beside the share: that one cannot come from a snapshot. */
async function copyInVault() {
  const list = await read(`${settings.item}/recoveryPoints`, apis.backup);
  const points = (list?.value ?? [])
    .map(({ id, properties }) => ({
      id,
      time: properties.recoveryPointTime,
      tiers: (properties.recoveryPointTierDetails ?? [])
        .filter(({ status }) => status === "Valid")
        .map(({ type }) => type),
    }))
    .filter(({ tiers }) => tiers.includes("HardenedRP"))
    .toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time));
  return points.find(({ tiers }) => tiers.length === 1) ?? points[0];
}

/** https://learn.microsoft.com/azure/backup/restore-azure-file-share-rest-api */
async function restore(point, share) {
  const { source, target, item } = settings;
  const answer = await arm("POST", `${point.id}/restore`, apis.backup, {
    properties: {
      objectType: "AzureFileShareRestoreRequest",
      recoveryType: "AlternateLocation",
      sourceResourceId: source.accountId,
      copyOptions: "Overwrite",
      restoreRequestType: "FullShareRestore",
      restoreFileSpecs: [{ targetFolderPath: "" }],
      targetDetails: { name: share, targetResourceId: target.accountId },
    },
  });
  const operation = answer?.headers.get("azure-asyncoperation");
  if (operation == null) throw new Error("the vault took no restore");
  const started = await until(
    () => read(operation),
    ({ status }) => status !== "InProgress",
  );
  if (started.status !== "Succeeded") throw new Error(`restore: ${JSON.stringify(started.error)}`);
  const vault = item.slice(0, item.search(/\/backupFabrics\//i));
  const job = await until(
    () => read(`${vault}/backupJobs/${started.properties.jobId}`, apis.backup),
    ({ properties }) => !["InProgress", "Cancelling"].includes(properties.status),
  );
  if (!job.properties.status.startsWith("Completed"))
    throw new Error(
      `restore ${job.properties.status}: ${JSON.stringify(job.properties.errorDetails)}`,
    );
}

async function until(ask, isOver) {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && isOver(answer)) return answer;
    await pause(settings.pauseSeconds);
  }
}

async function rehearse(now) {
  const point = await copyInVault();
  if (point === undefined) return { verdict: "waiting", detail: "the vault holds no copy yet" };
  const share = `rehearsal-${now.toISOString().slice(0, 10)}`;
  const path = `${settings.target.accountId}/fileServices/default/shares/${share}`;
  try {
    await arm("PUT", path, apis.storage, {
      properties: { shareQuota: settings.gibibytes, enabledProtocols: "SMB" },
    });
    await restore(point, share);
    const limit = Date.parse(point.time) - margin;
    const { seen, compared, bytes, different } = await compare(share, limit, now.toISOString());
    const found = { point: point.time, files: compared, bytes, differences: different.length };
    if (compared === 0)
      return {
        ...found,
        verdict: "waiting",
        detail: `none of ${seen} files is older than the copy`,
      };
    if (different.length === 0) return { ...found, verdict: "same", detail: "" };
    return { ...found, verdict: "differs", detail: different.slice(0, 5).join(", ").slice(0, 500) };
  } catch (error) {
    return { verdict: "failed", point: point.time, detail: String(error).slice(0, 500) };
  } finally {
    await arm("DELETE", path, apis.storage);
  }
}

async function lastVerdict() {
  const deployment = await read(settings.verdictId, apis.deployments);
  const outputs = deployment?.properties?.outputs ?? {};
  return Object.fromEntries(Object.entries(outputs).map(([key, { value }]) => [key, value]));
}

/** A template without resources: its outputs are what the firm's stack reads. */
function keep(verdict) {
  const outputs = Object.fromEntries(
    Object.entries(verdict).map(([key, value]) => [key, { type: "string", value: String(value) }]),
  );
  return arm("PUT", settings.verdictId, apis.deployments, {
    properties: {
      mode: "Incremental",
      template: {
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        resources: [],
        outputs,
      },
    },
  });
}

async function main() {
  const now = new Date();
  const last = await lastVerdict();
  const isDue =
    last.verdict !== "same" || now - Date.parse(last.rehearsedAt) >= settings.everyDays * day;
  let verdict = last;
  if (isDue) {
    const rehearsedAt = now.toISOString();
    const found = await rehearse(now);
    verdict = {
      since: last.since ?? rehearsedAt,
      lastSuccess: found.verdict === "same" ? rehearsedAt : (last.lastSuccess ?? ""),
      rehearsedAt,
      ...found,
    };
    await keep(verdict);
  }
  const lastGood = Date.parse(verdict.lastSuccess || verdict.since);
  const ok =
    !["differs", "failed"].includes(verdict.verdict) && now - lastGood <= settings.lateDays * day;
  // The alert on rehearsals reads this line.
  console.log(JSON.stringify({ ...verdict, ok }));
  process.exitCode = ok ? 0 : 1;
}

main().catch((error) => {
  console.log(JSON.stringify({ verdict: "failed", detail: String(error), ok: false }));
  process.exitCode = 1;
});
