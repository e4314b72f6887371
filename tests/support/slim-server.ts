import type { Finding } from "../../infra/slim-server/finding";
import type { ObservedServer } from "../../infra/slim-server/compare-server";
import type { ExpectedDocument, Said } from "../../infra/kit/module/expected-document";

/** `Compare-Server` of CabinetSlimServer.psm1, line by line: no Windows is at hand to run it. */
export function compareAsWindows(state: ObservedServer, expected: ExpectedDocument) {
  const found: Pick<Finding, "code" | "subject" | "phrase">[] = [];
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const matches = (name: string, pattern: string) => new RegExp(`^(?:${pattern})$`, "i").test(name);
  const say = (said: Said, subject: string) =>
    found.push({
      code: said.code as Finding["code"],
      subject,
      phrase: {
        fr: said.fr.replaceAll("{0}", () => subject),
        en: said.en.replaceAll("{0}", () => subject),
      },
    });
  for (const kept of expected.kept)
    if (!state.features.some((name) => same(name, kept.name))) say(kept, kept.name);
  for (const name of state.features) {
    if (expected.allowed.some((allowed) => same(allowed, name))) continue;
    const stray = expected.stray.find((known) => same(known.name, name));
    if (stray === undefined) say(expected.strange, name);
    else say(stray, stray.name);
  }
  for (const needed of expected.services.needed)
    if (!state.services.some(({ name, state: is }) => same(name, needed.name) && is === "running"))
      say(needed, needed.name);
  const { spooler } = expected.services;
  if (spooler !== null) {
    const on = state.services.some(
      ({ name, state: is, start }) =>
        same(name, "Spooler") && (is !== "stopped" || start !== "disabled"),
    );
    if (on) say(spooler, "Spooler");
  }
  for (const { name } of state.services) {
    const group = expected.services.stray.find(({ pattern }) => matches(name, pattern));
    if (group !== undefined) say(group, name);
  }
  for (const { name } of state.shares) {
    if (expected.shares.queues.some((queue) => same(queue, name))) continue;
    if (expected.shares.allowed.some((pattern) => matches(name, pattern))) continue;
    const { production, user } = expected.shares;
    say(matches(name, production.pattern) ? production : user, name);
  }
  return found;
}
