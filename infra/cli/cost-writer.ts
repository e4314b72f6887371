import type { Language } from "../bill/language";
import { linesToJson, reportFormat, stackToJson, type StackReport } from "../bill/report";
import { writeJson } from "../cost/to-json";
import { renderMarkdown } from "./cost-markdown";
import { renderReport } from "./cost-table";

/** Takes reports one after the other and prints what it can at once: a thousand bills fill the memory. */
export interface CostWriter {
  readonly add: (report: StackReport) => void;
  /** Nothing more comes. */
  readonly end: () => void;
}

export interface WrittenForm {
  readonly json?: boolean;
  readonly md?: boolean;
  /** Lines of a program of others are for tools that know such a list; a comparison needs the whole report. */
  readonly linesOnly: boolean;
}

export type Print = (text: string) => void;

export function makeWriter(
  { json, md, linesOnly }: WrittenForm,
  language: Language,
  print: Print,
): CostWriter {
  if (json === true) return linesOnly ? lineLists(print) : oneDocument(print);
  if (md === true) return oneComment(language, print);
  return tables(language, print);
}

function lineLists(print: Print): CostWriter {
  return { add: ({ bill }) => print(writeJson(linesToJson(bill))), end: () => undefined };
}

function tables(language: Language, print: Print): CostWriter {
  let between = "";
  return {
    add: (report) => {
      print(`${between}${renderReport(report, language)}`);
      between = "\n";
    },
    end: () => undefined,
  };
}

/** One JSON document, written as its stacks come. */
function oneDocument(print: Print): CostWriter {
  const head = `{\n  "format": ${JSON.stringify(reportFormat)},\n  "stacks": [`;
  let last: string | undefined;
  const printLast = (end: string): void => {
    if (last !== undefined) print(`    ${last}${end}`);
  };
  return {
    add: (report) => {
      if (last === undefined) print(head);
      printLast(",");
      last = writeJson(stackToJson(report), "    ");
    },
    end: () => {
      if (last === undefined) print(head);
      printLast("");
      print("  ]\n}");
    },
  };
}

/** A comment has a length that all stacks share. */
function oneComment(language: Language, print: Print): CostWriter {
  const reports: StackReport[] = [];
  return {
    add: (report) => void reports.push(report),
    end: () => print(renderMarkdown(reports, language).trimEnd()),
  };
}
