import { inForceOn, sessionHostEgress, sessionHostHosts } from "../../infra/azure/egress";
import { isPrivateNetwork, parseNetwork } from "../../infra/azure/network";

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
const isPublic = (prefix: string): boolean => {
  const network = parseNetwork(prefix);
  return network.kind === "network" && !isPrivateNetwork(network);
};
const hasRelayOn = (day: string): boolean =>
  inForceOn(sessionHostEgress, day).some(({ name }) => name === "desktop-relay");
const windowsAppHostsOn = (day: string): string[] =>
  inForceOn(sessionHostHosts, day)
    .map(({ host }) => host)
    .filter((host) => /\.windows\.(cloud|static)\.microsoft$/.test(host));
const today = "2026-11-24";

describe("destinations", () => {
  test("names are unique and fit for a security rule", () => {
    const names = sessionHostEgress.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });

  test("no two let the same traffic out", () => {
    const traffic = sessionHostEgress.map(({ to, protocol, ports }) =>
      JSON.stringify([to, protocol, ports]),
    );
    expect(new Set(traffic).size).toBe(traffic.length);
  });

  test("prefixes are public networks, tags are words of Azure, ports exist", () => {
    const targets = sessionHostEgress.map(({ to }) => to);
    const prefixes = targets.flatMap((to) => (to.kind === "prefixes" ? to.prefixes : []));
    const tags = targets.flatMap((to) => (to.kind === "serviceTag" ? [to.tag] : []));
    expect(prefixes.length).toBeGreaterThan(0);
    expect(prefixes.filter((prefix) => !isPublic(prefix))).toEqual([]);
    expect(tags.filter((tag) => !/^[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)?$/.test(tag))).toEqual([]);
    const ports = sessionHostEgress.flatMap((destination) => destination.ports);
    expect(ports.filter((port) => !Number.isInteger(port) || port < 1 || port > 65535)).toEqual([]);
  });

  test("the open Internet is reached for certificates alone", () => {
    const open = sessionHostEgress.filter(
      ({ to }) => to.kind === "serviceTag" && to.tag === "Internet",
    );
    expect(open.map(({ protocol, ports }) => [protocol, ports])).toEqual([["Tcp", [80]]]);
  });

  test("each has a day that exists, a reason and a source", () => {
    const wrong = sessionHostEgress.filter(
      ({ requiredSince, why, source }) =>
        !isDay(requiredSince) || why.length < 10 || !/^https:\/\/|^Azure\//.test(source),
    );
    expect(wrong).toEqual([]);
  });

  test("all are required today, the relay only since its range exists", () => {
    expect(inForceOn(sessionHostEgress, today)).toEqual(sessionHostEgress);
    expect(hasRelayOn("2025-06-14")).toBe(false);
    expect(hasRelayOn("2025-06-15")).toBe(true);
  });
});

describe("hosts", () => {
  test("every name is a legal pattern, none comes twice", () => {
    const keys = sessionHostHosts.map(({ host, port }) => `${host}:${port}`);
    const pattern = /^(\*\.|\*)?[a-z0-9-]+(\.[a-z0-9-]+)+$/;
    expect(sessionHostHosts.filter(({ host }) => !pattern.test(host))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(sessionHostHosts.filter(({ port }) => ![80, 443, 1688].includes(port))).toEqual([]);
    expect(sessionHostHosts.filter(({ requiredSince }) => !isDay(requiredSince))).toEqual([]);
  });

  test("names of the Windows App client are required since October 2026", () => {
    expect(windowsAppHostsOn("2026-09-30")).toEqual([]);
    expect(windowsAppHostsOn("2026-10-01")).toEqual([
      "*.service.windows.cloud.microsoft",
      "*.windows.cloud.microsoft",
      "*.windows.static.microsoft",
    ]);
  });
});
