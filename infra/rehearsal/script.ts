import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the container runs: see the file. It takes all it needs to know from its environment. */
export const rehearsalScript: string = readFileSync(join(__dirname, "rehearse.js"), "utf8");
