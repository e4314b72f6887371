import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { costOutputs } from "./cost-outputs";
import { program } from "./stacks/program";

// Pulumi's entry: it calls what the module exports. The name of the stack says what to build.
export = program(pulumi.getStack(), path.join(__dirname, ".."), costOutputs);
