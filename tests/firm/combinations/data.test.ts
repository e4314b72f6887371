import { testCombinations, app, hybrid, people } from "../../support/firm-combinations";

testCombinations(
  [
    {
      what: "one copy where there are three zones (STO-16)",
      lines: ["data: { redundancy: local }"],
      faults: [
        `5:21: data.redundancy: met "local"; allowed: zone or geo in a region with availability zones, because a firm's only copies must not be in one data centre; write redundancy: zone`,
      ],
    },
    {
      what: "zones in a region without",
      lines: ["region: francesouth"],
      faults: [
        "5:9: region: met francesouth; allowed: a region with availability zones, because data.redundancy is zone; write data.redundancy: local, or choose another region",
      ],
    },
    {
      what: "geo in a region without zones",
      lines: ["region: francesouth", "data: { redundancy: geo }"],
      faults: [
        "5:9: region: met francesouth; allowed: a region with availability zones, because data.redundancy is geo; write data.redundancy: local, or choose another region",
      ],
    },
    {
      what: "geo in a region without a pair",
      lines: ["region: italynorth", "data: { redundancy: geo }"],
      faults: [
        '6:21: data.redundancy: met "geo"; allowed: zone in italynorth, because Azure has paired no other region with it; write redundancy: zone, or choose another region',
      ],
      rules: { allowedRegions: ["italynorth"] },
    },
    {
      what: "a region the provider does not allow (A38)",
      lines: ["region: westeurope"],
      faults: [
        '5:9: region: met "westeurope"; allowed: francecentral or francesouth; write region: francecentral, or have the provider allow this region',
      ],
    },
    {
      what: "files in another region than hosts (A27)",
      lines: ["data: { region: westeurope }"],
      faults: [
        `5:9: data.region: met the key "region"; allowed: the keys store, dossiers, profile, drive, redundancy, archive; remove it: client files are in the firm's region, for databases opened from another one are slow and break`,
      ],
    },
    {
      what: "a file server without a domain",
      lines: ["data: { store: fileServer }"],
      faults: [
        '5:16: data.store: met "fileServer"; allowed: fileServer with identity.mode hybrid or domainServices, because a Windows server knows users by its domain only; write store: azureFiles, or identity.mode: hybrid with its domain',
      ],
    },
    {
      what: "a file server larger than the largest disk",
      lines: [hybrid, "data: { store: fileServer, dossiers: 33 TiB }"],
      faults: [
        '6:38: data.dossiers: met "33 TiB"; allowed: at most 32767 GiB with data.store fileServer, the largest disk there is; write dossiers: 32767 GiB, or store: azureFiles',
      ],
    },
    {
      what: "profiles that fit into no share",
      lines: [
        people("externals: 5000, externalsAtOnce: 10"),
        `sessions: { applications: [${app}] }`,
      ],
      faults: [
        "1:1: data.profile: met 30 GiB for each of 5005 people; allowed: profiles that fit into one share of 100 TiB together; write profile: 20 GiB, or make two firms",
      ],
    },
    {
      what: "an archive twice",
      lines: ["data: { archive: [comptable10, paie5, comptable10] }"],
      faults: [
        '5:39: data.archive[2]: met "comptable10"; allowed: each archive once; remove one of the two',
      ],
    },
    {
      what: "an archive that no law knows",
      lines: ["data: { archive: [comptable8] }"],
      faults: [
        '5:19: data.archive[0]: met "comptable8"; allowed: comptable10, fiscal6, paie5 or paieElectronique50; write comptable10',
      ],
    },
    {
      what: "a drive that Windows keeps for itself",
      lines: ["data: { drive: C }"],
      faults: ['5:16: data.drive: met "C"; allowed: one letter from F to Z; write drive: Q'],
    },
  ],
  [
    {
      what: "a region of the provider's list (A38)",
      lines: ["region: francesouth", "data: { redundancy: local }"],
    },
    { what: "geo where Azure has a pair", lines: ["data: { redundancy: geo }"] },
    {
      what: "a file server in a domain",
      lines: [hybrid, "data: { store: fileServer, dossiers: 31 TiB }"],
    },
  ],
);
