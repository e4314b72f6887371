import { logTables } from "../../infra/watch/tables";

/** Words of Kusto that queries here use: https://learn.microsoft.com/kusto/query */
const kusto = new Set(
  `let where summarize extend project distinct join kind on by take top order asc desc union sort
  inner leftouter leftsemi and or not in true false has has_any endswith contains
  ago now bin min max sum count dcount countif maxif minif arg_max arg_min avg make_set make_list any
  isnull toscalar parse_json isempty isnotempty coalesce round iff case datetime_diff extract split tostring toint tolong
  tobool toreal todynamic todouble strcat strlen tolower toupper datetime todatetime dynamic mv expand
  render timechart format_datetime percentile datatable string long evaluate lookup asc nulls last`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

function withoutTexts(query: string): string {
  return query.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""').replace(/\/\/.*$/gm, "");
}

/** Names a query makes itself: `x = …`, and `let x = …`. */
function ownNames(query: string): readonly string[] {
  return [
    ...withoutTexts(query).matchAll(/\b([A-Za-z_]\w*)\s*(?:=(?![=~])|:\s*(?:string|long))/g),
  ].flatMap(([, name]) => name ?? []);
}

/** Names in a query that are no word of Kusto, no documented table or column of those it reads, and not its own. */
export function strangersIn(query: string): readonly string[] {
  const text = withoutTexts(query)
    // Fields inside a dynamic column are the sender's.
    .replace(/\.[A-Za-z_]\w*/g, "")
    // Spans of time and parameters of a workbook.
    .replace(/\b\d+[smhd]\b/g, "")
    .replace(/\{\w+\}/g, "");
  const names = [...text.matchAll(/\$?\b[A-Za-z_]\w*/g)].map(([name]) => name);
  const tables = Object.entries(logTables).filter(([table]) => names.includes(table));
  const known = new Set<string>([
    ...ownNames(query),
    ...tables.map(([table]) => table),
    ...tables.flatMap(([, columns]) => columns),
    "_ResourceId",
  ]);
  return [...new Set(names)].filter((name) => !kusto.has(name.toLowerCase()) && !known.has(name));
}

/** Columns of the answer: what the last `project` names, else all that is named. */
export function columnsOf(query: string): readonly string[] {
  const last = withoutTexts(query).split("| project ").at(-1) ?? "";
  return last.split(",").flatMap((part) => /([A-Za-z_]\w*)/.exec(part)?.slice(1, 2) ?? []);
}
