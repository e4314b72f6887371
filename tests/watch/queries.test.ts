import { hostLogAlerts, poolAlerts } from "../../infra/watch/log-alerts";
import { columnsOf, strangersIn } from "../support/kusto";

/** Every query there is, by what it is for. */
const queries: Readonly<Record<string, string>> = Object.fromEntries(
  [...poolAlerts(12), ...hostLogAlerts].map(({ word, query }) => [`alert ${word}`, query]),
);

test.each(Object.entries(queries))(
  "%s names only documented tables and their columns",
  (_, query) => {
    expect(strangersIn(query)).toEqual([]);
  },
);

test.each([...poolAlerts(12), ...hostLogAlerts].map((alert) => [alert.word, alert] as const))(
  "alert %s is told apart by columns that its answer has",
  (_, { query, by }) => {
    expect(columnsOf(query)).toEqual(expect.arrayContaining([...by]));
  },
);

test("the check itself finds a column that no table has", () => {
  expect(strangersIn("WVDConnections\n| where UserNmae == 'x'")).toEqual(["UserNmae"]);
  expect(strangersIn("WVDConnection\n| count")).toEqual(["WVDConnection"]);
});
