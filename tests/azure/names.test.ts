import * as fc from "fast-check";
import {
  azureName,
  type NameKind,
  type NameOwner,
  nameRules,
  sessionHostName,
} from "../../infra/azure/names";

const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
const dupont: NameOwner = { environment: "prod", firm: "dupont", subscription };
const kinds = Object.keys(nameRules).filter((kind): kind is NameKind => kind in nameRules);

const awkwardPart = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/) },
  fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,3}$/),
  fc.constantFrom(
    "dupont",
    "Dupont",
    "dupont ",
    "du-pont",
    "dupont-",
    "--dupont",
    "dupônt",
    "cabinet-dupont-et-associes-expertise-comptable-grenoble",
    "cabinet-dupont-et-associes-expertise-comptable-grenoble-2",
    "Œuvre & Fils",
    "О-кириллица",
    "会計事務所",
    "",
    "-",
    "1",
    "prod",
    "main",
    "a",
  ),
  fc.string({ unit: "grapheme", maxLength: 90 }),
);
const anyOwner: fc.Arbitrary<NameOwner> = fc.record(
  {
    environment: awkwardPart,
    firm: awkwardPart,
    site: awkwardPart,
    subscription: fc.constantFrom(subscription, "6f1d2c3b-0000-4000-8000-000000000002"),
  },
  { requiredKeys: ["environment", "subscription"] },
);
const anyKind = fc.constantFrom(...kinds);

const isLegal = (kind: NameKind, name: string): boolean => {
  const { min, max, allowed } = nameRules[kind];
  return name.length >= min && name.length <= max && allowed.test(name);
};

/** What must differ for two names of a kind to differ. */
const identity = (kind: NameKind, owner: NameOwner, purpose: string): string => {
  const { environment, firm, site } = owner;
  const salt = nameRules[kind].unique === "azure" ? owner.subscription : "";
  return JSON.stringify([kind, environment, firm ?? null, site ?? null, purpose, salt]);
};

describe("azureName", () => {
  test.each([
    ["resourceGroup", dupont, "files", "rg-prod-dupont-files"],
    ["resourceGroup", dupont, undefined, "rg-prod-dupont-main"],
    ["virtualNetwork", { environment: "prod", subscription }, "hub", "vnet-prod-hub"],
    ["vpnGateway", { ...dupont, site: "meylan" }, "link", "vpng-prod-dupont-meylan-link"],
    ["gallery", { environment: "prod", subscription }, "images", "gal_prod_images"],
    ["storageAccount", dupont, "files", "stprodupontfiles4en688n6"],
    ["keyVault", dupont, "files", "kv-pro-dup-file-5yr4o2d1"],
    ["virtualMachine", dupont, "gateway", "vm-gat-7i0w8o3j"],
    [
      "hostPool",
      { ...dupont, firm: "martin-associes" },
      "desktops",
      "vdpool-prod-martin-associes-desktops-2uyxgmbw",
    ],
    [
      "hostPool",
      { ...dupont, firm: "Cabinet Dupont & Associés du Grésivaudan et de Chartreuse" },
      "desktops",
      "vdpool-pro-cabinet-dupont-associes-du-gresivau-desktops-7g9cmw19",
    ],
  ] as const)("%s of %j for %s never changes", (kind, owner, purpose, name) => {
    expect(azureName(kind, owner, purpose)).toBe(name);
  });

  test("is legal, bounded and the same each time, whatever the owner is called", () => {
    fc.assert(
      fc.property(anyKind, anyOwner, awkwardPart, (kind, owner, purpose) => {
        const name = azureName(kind, owner, purpose);
        expect({ name, legal: isLegal(kind, name) }).toEqual({ name, legal: true });
        expect(name).toBe(name.toLowerCase());
        expect(azureName(kind, { ...owner }, purpose)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });

  test("starts with the kind's prefix and ends with a hash where words were lost", () => {
    fc.assert(
      fc.property(anyKind, anyOwner, awkwardPart, (kind, owner, purpose) => {
        const name = azureName(kind, owner, purpose);
        const { prefix, max, unique } = nameRules[kind];
        const parts = [owner.environment, owner.firm, owner.site, purpose];
        const told = parts.filter((part) => part !== undefined).join("-");
        const isWhole = /^[a-z0-9-]*$/.test(told) && prefix.length + 1 + told.length <= max;
        expect(name.startsWith(prefix)).toBe(true);
        const needsHash = !isWhole || unique === "azure";
        expect(name).toMatch(needsHash ? /[0-9][0-9a-z]{7}$/ : /^/);
      }),
      { numRuns: 2000 },
    );
  });

  // Sampled by a fixed seed: a hash may collide once in a while, a test may not fail by chance.
  test("is never shared by two of 5,000 firms, purposes or kinds", () => {
    const owners = fc.sample(anyOwner, { numRuns: 5000, seed: 20261124 });
    const purposes = ["main", "files", "client-files", "files1"];
    const seen = new Map<string, string>();
    for (const [place, owner] of owners.entries())
      for (const kind of kinds) {
        const purpose = purposes[place % purposes.length] ?? "main";
        const name = azureName(kind, owner, purpose);
        const who = identity(kind, owner, purpose);
        if ((seen.get(name) ?? who) !== who)
          throw new Error(`${name} names ${seen.get(name)} and ${who}`);
        seen.set(name, who);
      }
    expect(seen.size).toBeGreaterThan(100_000);
  });

  test("tells firms apart whose names begin alike and are cut", () => {
    const firms = Array.from({ length: 5000 }, (_, index) => ({
      ...dupont,
      firm: `cabinet-dupont-et-associes-expertise-comptable-et-conseil-grenoble-${index}`,
    }));
    for (const kind of kinds)
      expect(new Set(firms.map((firm) => azureName(kind, firm, "files"))).size).toBe(firms.length);
  });

  test.each<readonly [NameOwner, string, NameOwner, string]>([
    [{ ...dupont, firm: "a-b" }, "c", { ...dupont, firm: "a", site: "b" }, "c"],
    [{ ...dupont, firm: "a" }, "b-c", { ...dupont, firm: "a", site: "b" }, "c"],
    [{ ...dupont, environment: "prod-a", firm: "b" }, "c", { ...dupont, firm: "a-b" }, "c"],
    [{ environment: "prod", subscription }, "dupont-x", dupont, "x"],
    [{ environment: "prod", site: "dupont", subscription }, "x", dupont, "x"],
    [{ ...dupont, firm: "Dupont" }, "x", dupont, "x"],
    [{ ...dupont, firm: "dupônt" }, "x", dupont, "x"],
  ])("tells %j %s from %j %s", (a, forA, b, forB) => {
    for (const kind of kinds) expect(azureName(kind, a, forA)).not.toBe(azureName(kind, b, forB));
  });

  test("does not mistake a plain name for a hashed one", () => {
    const hashed = azureName("subnet", { environment: "Prod", subscription }, "x");
    const [, environment = "", firm = "", hash = ""] = hashed.split("-");
    const lookalike = { environment, firm, subscription };
    expect(`snet-${environment}-${firm}-${hash}`).toBe(hashed);
    expect(azureName("subnet", lookalike, hash)).not.toBe(hashed);
  });

  test("moves to another subscription only where Azure wants the name for itself", () => {
    const moved = { ...dupont, subscription: "6f1d2c3b-0000-4000-8000-000000000002" };
    for (const kind of kinds) {
      const isSame = azureName(kind, dupont, "files") === azureName(kind, moved, "files");
      expect({ kind, isSame }).toEqual({ kind, isSame: nameRules[kind].unique === "group" });
    }
  });
});

describe("nameRules", () => {
  test("no two kinds share a prefix, none can hide in another", () => {
    const prefixes = kinds.map((kind) => nameRules[kind].prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes.filter((prefix) => !/^[a-z]+$/.test(prefix))).toEqual([]);
  });

  test.each(kinds.map((kind) => [kind, nameRules[kind]] as const))(
    "%s has room for a prefix, a hash and a word, and a source",
    (_, { prefix, min, max, source }) => {
      expect(prefix.length + 1 + 8 + 1).toBeLessThanOrEqual(max - 3);
      expect(min).toBeLessThanOrEqual(prefix.length + 1 + 8);
      expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\/|^ARM type definitions/);
    },
  );

  test("the rule of Azure Virtual Desktop Insights is a legal data collection rule", () => {
    expect(isLegal("dataCollectionRule", "microsoft-avdi-germanywestcentral")).toBe(true);
  });

  test.each<readonly [NameKind, string]>([
    ["storageAccount", "st-dupont"],
    ["storageAccount", "stDupont"],
    ["keyVault", "kv--dupont"],
    ["keyVault", "1kv"],
    ["keyVault", "kv-"],
    ["gallery", "gal-dupont"],
    ["resourceGroup", "rg."],
    ["fileShare", "Share"],
    ["fileShare", "share--a"],
    ["virtualMachine", "vm_1"],
    ["virtualNetwork", "vnet-"],
    ["hostPool", "pool/1"],
    ["recoveryVault", "1rsv"],
  ])("rejects as %s: %s", (kind, name) => {
    expect(nameRules[kind].allowed.test(name)).toBe(false);
  });
});

describe("sessionHostName", () => {
  const generation = fc.integer({ min: 1, max: 1295 });
  const index = fc.integer({ min: 1, max: 999 });

  test("never changes", () => {
    expect(sessionHostName(dupont, 1, 1)).toBe("du29woe0q601001");
    expect(sessionHostName(dupont, 1295, 999)).toBe("du29woe0q6zz999");
  });

  test("is a NetBIOS name and a legal virtual machine name, whatever the firm is called", () => {
    fc.assert(
      fc.property(anyOwner, generation, index, (owner, whichGeneration, whichIndex) => {
        const name = sessionHostName(owner, whichGeneration, whichIndex);
        expect(name).toMatch(/^[a-z][a-z0-9]{14}$/);
        expect(isLegal("virtualMachine", name)).toBe(true);
        expect(sessionHostName({ ...owner }, whichGeneration, whichIndex)).toBe(name);
      }),
    );
  });

  test("differs over every generation and index of a firm", () => {
    const names = Array.from({ length: 40 * 999 }, (_, place) =>
      sessionHostName(dupont, Math.floor(place / 999) + 1, (place % 999) + 1),
    );
    expect(new Set(names).size).toBe(40 * 999);
    fc.assert(
      fc.property(generation, index, generation, index, (g1, i1, g2, i2) => {
        const isSame = sessionHostName(dupont, g1, i1) === sessionHostName(dupont, g2, i2);
        expect(isSame).toBe(g1 === g2 && i1 === i2);
      }),
    );
  });

  test("differs over 5,000 firms", () => {
    const owners = fc.sample(anyOwner, { numRuns: 5000, seed: 20261124 });
    const distinct = new Set(owners.map((owner) => JSON.stringify(owner)));
    expect(distinct.size).toBeGreaterThan(3000);
    expect(new Set(owners.map((owner) => sessionHostName(owner, 1, 1))).size).toBe(distinct.size);
  });

  test.each([
    [0, 1, "generation 0"],
    [1296, 1, "generation 1296"],
    [1.5, 1, "generation 1.5"],
    [Number.NaN, 1, "generation NaN"],
    [1, 0, "index 0"],
    [1, 1000, "index 1000"],
    [1, 1.5, "index 1.5"],
  ])("rejects generation %s, index %s", (badGeneration, badIndex, message) => {
    expect(() => sessionHostName(dupont, badGeneration, badIndex)).toThrow(message);
  });
});
