import { hostLogAlerts, poolAlerts } from "../../infra/watch/log-alerts";
import { panelsOf } from "../../infra/watch/console";
import { rehearsalAlert } from "../../infra/watch/rehearsal-alert";
import { supportPack } from "../../infra/watch/support-pack";
import { columnsOf, strangersIn } from "../support/kusto";

const alerts = [...poolAlerts(12), ...hostLogAlerts, rehearsalAlert("caj-prod-dupont-rehearsal")];
const quotas = [["stdupont", 400]] as const;

/** Every query there is, by what it is for. */
const queries: Readonly<Record<string, string>> = Object.fromEntries([
  ...alerts.map(({ word, query }) => [`alert ${word}`, query]),
  ...[true, false].flatMap((pool) =>
    panelsOf({ pool, quotas }).map(({ word, query }) => [`panel ${word} ${pool}`, query]),
  ),
  ...Object.entries(supportPack({ provider: "", email: "", phone: "" }).queries),
]);

test.each(Object.entries(queries))(
  "%s names only documented tables and their columns",
  (_, query) => {
    expect(strangersIn(query)).toEqual([]);
  },
);

test.each(alerts.map((alert) => [alert.word, alert] as const))(
  "alert %s is told apart by columns that its answer has",
  (_, { query, by }) => {
    expect(columnsOf(query)).toEqual(expect.arrayContaining([...by]));
  },
);

test("the check itself finds a column that no table has", () => {
  expect(strangersIn("WVDConnections\n| where UserNmae == 'x'")).toEqual(["UserNmae"]);
  expect(strangersIn("WVDConnection\n| count")).toEqual(["WVDConnection"]);
});
