// Entry of the policy pack: the engine starts JavaScript, the guardrails are TypeScript.
"use strict";
module.exports = { typescript: require("../run-ts.js"), pack: require("./pack.ts") };
