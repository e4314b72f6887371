import { type Region, regionFacts, regions } from "../../infra/azure/regions";

const all = regions.map((name) => ({ name, ...regionFacts[name] }));
const factsOf = (name: string | undefined) => all.find((region) => region.name === name);

test("France Central is the default, with zones, both kinds of backup and its pair in France", () => {
  expect(regions[0]).toBe("francecentral");
  expect(regionFacts.francecentral).toMatchObject({
    zones: true,
    pair: "francesouth",
    filesBackup: { snapshot: true, vault: true },
  });
});

test("France South has no snapshots of file shares: the reason why it is no region for a firm's files", () => {
  const without = all.filter(({ filesBackup }) => !filesBackup.snapshot);
  expect(without.map(({ name }) => name)).toEqual(["francesouth"]);
});

test("codes and display names are unique, codes fit a DNS label", () => {
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(new Set(all.map(({ displayName }) => displayName)).size).toBe(all.length);
  expect(all.filter(({ code }) => !/^[a-z]{2,3}$/.test(code))).toEqual([]);
});

test("the programmatic name is the display name in lower case without spaces", () => {
  const wrong = all.filter(
    ({ name, displayName }) => displayName.toLowerCase().replaceAll(" ", "") !== name,
  );
  expect(wrong).toEqual([]);
});

test("pairs are mutual and stay in their geography", () => {
  const oneSided = all.filter(({ name, pair, geography }) => {
    const other = factsOf(pair);
    return other !== undefined && (other.pair !== name || other.geography !== geography);
  });
  expect(oneSided).toEqual([]);
});

test("a region on request is the zoneless pair of an open one with zones", () => {
  const odd = all.filter(
    ({ onRequest, zones, pair }) => onRequest && (zones || factsOf(pair)?.zones !== true),
  );
  expect(odd).toEqual([]);
  expect(all.filter(({ onRequest, zones }) => !onRequest && !zones)).toEqual([]);
});

test("desktop metadata stays in the European Union for every region in it", () => {
  const outside: readonly Region[] = ["uksouth"];
  const wrong = all.filter(
    ({ name, desktopMetadata }) =>
      outside.includes(name) === ["westeurope", "northeurope"].includes(desktopMetadata),
  );
  expect(wrong).toEqual([]);
  expect(all.filter(({ desktopMetadata }) => !regions.includes(desktopMetadata))).toEqual([]);
});
