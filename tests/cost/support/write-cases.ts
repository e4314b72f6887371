import { writeFileSync } from "node:fs";
import { caseFile, translatedFiles } from "./read-cases";

// Rewrites tests/cost/cases from the facts: node infra/cli/run-ts.js tests/cost/support/write-cases.ts
for (const [name, text] of translatedFiles()) writeFileSync(caseFile(name), text);
