import { testCombinations, app, people } from "../../support/firm-combinations";

const raw = String.raw;
const technicians = (times: string) =>
  `access: { technicians: [{ who: j.bernard@cabinet-cloud.example, ${times}, reason: x }] }`;

testCombinations([
  {
    what: "externals who may start nothing",
    lines: [people("externals: 25")],
    faults: [
      raw`4:57: people.externals: met 25; allowed: externals together with sessions.applications, because they never have a desktop and would see nothing; add sessions.applications: [{ name: Quadra Compta, path: C:\Quadra\Compta.exe }]`,
    ],
  },
  {
    what: "more externals at once than there are",
    lines: [people("externals: 4, externalsAtOnce: 5"), `sessions: { applications: [${app}] }`],
    faults: [
      "4:77: people.externalsAtOnce: met 5; allowed: at most people.externals, which is 4; write externalsAtOnce: 4",
    ],
  },
  {
    what: "a technician for longer than a month",
    lines: [technicians("from: 2026-12-01, until: 2027-02-01")],
    faults: [
      `5:90: access.technicians[0].until: met "2027-02-01"; allowed: a day within 31 days after from: access for longer is no access for a time; write a nearer day; a new entry can follow with a reason of its own`,
    ],
  },
  {
    what: "a technician whose time ends before it begins",
    lines: [technicians("from: 2026-12-05, until: 2026-12-01")],
    faults: [
      `5:90: access.technicians[0].until: met "2026-12-01"; allowed: a day within 31 days after from: access for longer is no access for a time; write a nearer day; a new entry can follow with a reason of its own`,
    ],
  },
  {
    what: "one technician twice at a time",
    lines: [
      "access: { technicians: [{ who: j.b@cloud.example, from: 2026-12-01, until: 2026-12-05, reason: x }, { who: j.b@cloud.example, from: 2026-12-04, until: 2026-12-08, reason: y }] }",
    ],
    faults: [
      "5:101: access.technicians[1]: met j.b@cloud.example again; allowed: one entry for each technician at a time; remove one of the two",
    ],
  },
  {
    what: "the supervisor as a technician",
    lines: [
      people("externals: 0"),
      "access: { technicians: [{ who: a@b.example, from: 2026-12-01, until: 2026-12-05, reason: x }] }",
    ],
    faults: [
      `5:32: access.technicians[0].who: met "a@b.example"; allowed: a technician of the provider: the firm's supervisor has no right on machines; write the technician's own account`,
    ],
  },
  {
    what: "refusing unmanaged devices that staff work from",
    lines: ["sessions: { devices: any }", "access: { devices: refuse }"],
    faults: [
      '6:20: access.devices: met "refuse"; allowed: report together with sessions.devices: any, with which staff work from any device; remove it, or write sessions.devices: managed',
    ],
  },
  {
    what: "externals at once without externals",
    lines: [people("externalsAtOnce: 5")],
    faults: [
      "4:63: people.externalsAtOnce: met 5; allowed: at most people.externals, which is 0; remove it, or add people.externals",
    ],
  },
]);
