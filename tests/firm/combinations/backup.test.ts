import { testCombinations, hybrid } from "../../support/firm-combinations";

const nowhere =
  "no such key in italynorth, because vaults there take no file shares and hold nothing of this firm; remove it, write data.store: fileServer, or choose another region";
const without = (setting: string, met: string, column: number) => ({
  what: `${setting.replace(/:.*/, "")} where no vault takes shares`,
  lines: ["region: italynorth", `backup: { ${setting} }`],
  rules: { allowedRegions: ["francecentral", "italynorth"] as const },
  faults: [`6:${column}: backup.${setting.replace(/:.*/, "")}: met ${met}; allowed: ${nowhere}`],
});

testCombinations([
  without("vaultDays: 60", "60", 22),
  without("vaultWeeks: 12", "12", 23),
  without("vaultMonths: 24", "24", 24),
  without("immutability: locked", '"locked"', 25),
  without("rehearsal: monthly", '"monthly"', 22),
  {
    what: "a rehearsal of files that are on a server",
    lines: [hybrid, "data: { store: fileServer }", "backup: { rehearsal: monthly }"],
    faults: [
      "7:22: backup.rehearsal: met monthly; allowed: none where client files are on a server: only shares are restored for practice; remove it, and try a restore of the server by hand once a year: cabinet restore",
    ],
  },
]);
