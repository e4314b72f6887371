import type { Language } from "../bill/language";
import { linesToJson, reportFormat, stackToJson, type StackReport } from "../bill/report";
import { writeJson } from "../cost/to-json";
import { renderMarkdown } from "./cost-markdown";
import { renderReport } from "./cost-table";

/** Takes reports one after the other, and keeps of each only what is printed: a thousand bills fill the memory. */
export interface CostWriter {
  readonly add: (report: StackReport) => void;
  /** What to print, in pieces. */
  readonly end: () => readonly string[];
}

export interface WrittenForm {
  readonly json?: boolean;
  readonly md?: boolean;
  /** Lines of a program of others are for tools that know such a list; a comparison needs the whole report. */
  readonly linesOnly: boolean;
}

export function makeWriter({ json, md, linesOnly }: WrittenForm, language: Language): CostWriter {
  if (json === true) return linesOnly ? eachAlone(lineList) : documentWriter();
  if (md === true) return commentWriter(language);
  return eachAlone(
    (report, index) => `${index === 0 ? "" : "\n"}${renderReport(report, language)}`,
  );
}

function eachAlone(write: (report: StackReport, index: number) => string): CostWriter {
  const pieces: string[] = [];
  return { add: (report) => void pieces.push(write(report, pieces.length)), end: () => pieces };
}

function lineList({ bill }: StackReport): string {
  return writeJson(linesToJson(bill));
}

/** One JSON document, written as its stacks come. */
function documentWriter(): CostWriter {
  const stacks: string[] = [];
  return {
    add: (report) => void stacks.push(writeJson(stackToJson(report), "    ")),
    end: () => [
      `{\n  "format": ${JSON.stringify(reportFormat)},\n  "stacks": [`,
      ...stacks.map((stack, index) => `    ${stack}${index === stacks.length - 1 ? "" : ","}`),
      "  ]\n}",
    ],
  };
}

function commentWriter(language: Language): CostWriter {
  const reports: StackReport[] = [];
  return {
    add: (report) => void reports.push(report),
    end: () => [renderMarkdown(reports, language).trimEnd()],
  };
}
