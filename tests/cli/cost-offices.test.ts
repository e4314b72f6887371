import { runCost, type CostOptions } from "../../infra/cli/cost-command";
import { Terminal } from "../../infra/cli/terminal";

// The first test loads Pulumi.
jest.setTimeout(60_000);

interface Priced {
  readonly stack: string;
  readonly monthlyEur: number;
  readonly onPremise: {
    readonly hosted: number;
    readonly slim: { readonly total: number };
    readonly renewal: { readonly total: number };
    readonly difference: number;
  } | null;
  readonly bill: { readonly lines: readonly { readonly name: string; readonly kind: string }[] };
}

async function costOf(names: readonly string[], options: Partial<CostOptions> = {}) {
  const said: string[] = [];
  const terminal = new Terminal();
  terminal.print = (text) => void said.push(text);
  terminal.warn = () => undefined;
  await runCost(names, { environment: "prod", json: true, ...options }, terminal, 20_000);
  const { stacks } = JSON.parse(said.join("\n")) as { readonly stacks: readonly Priced[] };
  return (name: string): Priced => {
    const found = stacks.find(({ stack }) => stack === name);
    if (found === undefined) throw new Error(`${name} has no bill`);
    return found;
  };
}

/** Years of on-premise.yaml, in months. */
const months = 60;

const everything = [
  "cabinet:vpnGateway=VpnGw1AZ",
  "sites.meylan.link={ kind: vpn, address: 203.0.113.10 }",
  "sites.meylan.secondController=azure",
];

test("an office's own lines: servers of Arc and alerts by the month, as Azure's prices have them", async () => {
  const of = await costOf(["prod.moreau.voiron"]);
  // 6 and 5 dollars a server, 0.50 and 1.50 dollars an alert every 15 and 5 minutes, at 0.858664 euros.
  const dollars = 6 + 5 + 5 * 0.5 + 2 * 1.5;
  expect(of("prod.moreau.voiron").monthlyEur).toBeCloseTo(dollars * 0.858664, 1);
  expect(of("prod.moreau.voiron").onPremise).toBeNull();
});

test("a second controller costs its machine, two disks and its copies, all priced without a usage file", async () => {
  const of = await costOf(["prod.dupont.meylan"], { set: everything });
  const { bill, monthlyEur } = of("prod.dupont.meylan");
  const names = bill.lines.map(({ name }) => name);
  for (const part of ["Standard_D2as_v5", "Data disk, Premium SSD P4", "Backup data GRS"])
    expect(names.filter((name) => name.startsWith(part))).toHaveLength(1);
  expect(bill.lines.filter(({ kind }) => kind === "unpriced")).toEqual([]);
  expect(monthlyEur).toBeGreaterThan(90);
});

test("slim against renewal counts the firm's offices in Azure", async () => {
  const plain = (await costOf(["dupont"]))("prod.dupont").onPremise;
  const of = await costOf(["dupont", "prod.dupont.meylan"], { set: everything });
  const office = of("prod.dupont.meylan").monthlyEur;
  const { onPremise } = of("prod.dupont");
  if (onPremise === null || plain === null) throw new Error("a firm is compared");
  // The firm itself grows by nothing but the rules of its network, which are free.
  expect(onPremise.hosted - plain.hosted).toBeCloseTo(office * months, 0);
  const { hosted, slim, renewal, difference } = onPremise;
  expect(difference).toBeCloseTo(hosted + slim.total - renewal.total, 1);
});
