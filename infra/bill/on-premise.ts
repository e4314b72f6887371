import { z } from "zod";
import { readDocument, type Reading } from "../document/source-document";
import type { Estimate } from "../cost/estimate";
import { Decimal, divide } from "../cost/money";
import { licenceMeter } from "./licences";

const amount = z
  .number()
  .min(0)
  .max(1_000_000)
  .meta({ allowed: "a number from 0 to 1,000,000", examples: [2500] });

const server = z.strictObject({
  server: amount,
  licences: amount,
  licencesPerPerson: amount,
  watts: amount,
  hoursAMonth: amount,
});

const assumptions = z.strictObject({
  version: z.literal(1),
  years: z.int().min(1).max(10),
  electricity: z.strictObject({ eurPerKwh: amount, overhead: amount }),
  hourOfWork: amount,
  slim: server,
  renewal: server,
});

/** What a server costs in a firm's office, as `on-premise.yaml` explains it. */
export type OnPremiseAssumptions = z.output<typeof assumptions>;

export function readOnPremise(file: string, bytes: Uint8Array): Reading<OnPremiseAssumptions> {
  return readDocument(file, bytes, assumptions);
}

/** Euros over all the years. */
export interface ServerCost {
  readonly server: Decimal;
  readonly licences: Decimal;
  readonly power: Decimal;
  readonly work: Decimal;
  readonly total: Decimal;
}

export interface OnPremiseComparison {
  readonly years: number;
  /** How many slim servers there are: one in each office. */
  readonly slimServers: number;
  readonly slim: ServerCost;
  readonly renewal: ServerCost;
  /** The hosted month, that many years. */
  readonly hosted: Decimal;
  /** The slim server and the hosted month against the renewal; a renewal has no second site and no copies elsewhere. */
  readonly difference: Decimal;
}

const hoursPerYear = 8_760;

/**
 * What hosting alone costs a month in euros: without the licences by the user that the firm pays wherever its server
 * stands, and without access licences of its office, which `on-premise.yaml` has.
 */
export function hostedMonth({ lines, total }: Estimate): Decimal {
  const either = lines.flatMap((line) =>
    line.kind === "priced" && eitherWay.has(line.meter) ? [line.monthlyCost.eur] : [],
  );
  return either.reduce((rest, cost) => rest.minus(cost), total.eur);
}

const eitherWay = new Set(
  (["microsoft365", "windowsServerCal", "quadra", "acd", "sage", "agiris"] as const).map(
    licenceMeter,
  ),
);

/**
 * @param month euros of a hosted month
 * @param slimServers one in each office; what is renewed is one server, wherever the firm had it
 */
export function compareOnPremise(
  given: OnPremiseAssumptions,
  people: number,
  month: Decimal,
  slimServers: number,
): OnPremiseComparison {
  const { years } = given;
  const slim = costOf(given, given.slim, people, slimServers);
  const renewal = costOf(given, given.renewal, people, 1);
  const hosted = month.times(12 * years);
  return {
    years,
    slimServers,
    slim,
    renewal,
    hosted,
    difference: hosted.plus(slim.total).minus(renewal.total),
  };
}

function costOf(
  { years, electricity, hourOfWork }: OnPremiseAssumptions,
  machine: OnPremiseAssumptions["slim"],
  people: number,
  servers: number,
): ServerCost {
  const kilowattHours = divide(
    new Decimal(machine.watts).times(electricity.overhead).times(hoursPerYear * years),
    new Decimal(1000),
  );
  const parts = {
    server: new Decimal(machine.server).times(servers),
    // Access licences are a person's, whatever the number of servers.
    licences: new Decimal(machine.licencesPerPerson)
      .times(people)
      .plus(new Decimal(machine.licences).times(servers)),
    power: kilowattHours.times(electricity.eurPerKwh).times(servers),
    work: new Decimal(machine.hoursAMonth)
      .times(12 * years)
      .times(hourOfWork)
      .times(servers),
  };
  return { ...parts, total: Decimal.sum(...Object.values(parts)) };
}
