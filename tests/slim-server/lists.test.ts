import * as fc from "fast-check";
import { allowedFeatures, keptFeatures } from "../../infra/slim-server/allowed-features";
import { compareServer } from "../../infra/slim-server/compare-server";
import { forbiddenFeatures, reasonForbidden } from "../../infra/slim-server/forbidden-features";
import { machineRoles } from "../../infra/slim-server/machine-role";
import { windowsFeature, windowsFeatures } from "../../infra/slim-server/windows-features";

test("every feature is named once, and every list names features Windows has", () => {
  expect(new Set(windowsFeatures.map((name) => name.toLowerCase())).size).toBe(
    windowsFeatures.length,
  );
  const named = [...allowedFeatures, ...forbiddenFeatures].flatMap(({ features }) => features);
  expect(named.filter((name) => !windowsFeatures.includes(name))).toEqual([]);
});

test("nothing is allowed and forbidden at once, and every family forbids something", () => {
  const allowed = allowedFeatures.flatMap(({ features }) => features);
  expect(allowed.filter((name) => reasonForbidden(name) !== undefined)).toEqual([]);
  for (const family of forbiddenFeatures.flatMap(({ families = [] }) => families))
    expect(windowsFeatures.some((name) => family.test(name))).toBe(true);
});

test.each<[string]>([
  ["RDS-Gateway"],
  ["RDS-Web-Access"],
  ["RDS-Connection-Broker"],
  ["RDS-Virtualization"],
  ["FS-Resource-Manager"],
  ["FS-DFS-Namespace"],
  ["FS-Data-Deduplication"],
  ["FS-SyncShareService"],
  ["FS-NFS-Service"],
  ["FS-BranchCache"],
  ["FS-iSCSITarget-Server"],
  ["UpdateServices"],
  ["DirectAccess-VPN"],
  ["Web-Application-Proxy"],
  ["ADCS-Cert-Authority"],
  ["ADRMS"],
  ["ServerEssentialsRole"],
  ["Print-LPD-Service"],
  ["FS-SMB1"],
  ["PowerShell-V2"],
])("%s is forbidden, in both languages", (name) => {
  const reason = reasonForbidden(name);
  expect(reason?.fr).toMatch(/\p{L}/u);
  expect(reason?.en).toMatch(/\p{L}/u);
});

test.each(machineRoles)(
  "the file services that SYSVOL stands on are never missed or told on a %s",
  (role) => {
    const observed = {
      features: [...keptFeatures(role), "File-Services", "FS-FileServer"],
      services: [],
      shares: [],
    };
    const findings = compareServer(observed, { role, features: [], queues: [] });
    expect(findings.filter(({ code }) => code.startsWith("slim:feature"))).toEqual([]);
  },
);

test("whatever is installed, each feature is told at most once and no allowed one is", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...machineRoles),
      fc.array(fc.oneof(fc.constantFrom(...windowsFeatures), fc.string())),
      (role, features) => {
        const findings = compareServer(
          { features, services: [], shares: [] },
          { role, features: [], queues: [] },
        ).filter(({ code }) => code.startsWith("slim:feature"));
        const subjects = findings.map(({ subject }) => subject);
        expect(new Set(subjects).size).toBe(subjects.length);
        const told = new Set(subjects);
        for (const name of features) {
          const known = windowsFeature(name) ?? name;
          const allowed = allowedFeatures.some(
            (entry) => entry.roles.includes(role) && entry.features.includes(known),
          );
          expect(told.has(known)).toBe(!allowed);
        }
      },
    ),
  );
});
