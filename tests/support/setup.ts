// Pulumi takes a stack trace for every promise it makes; with traces on, a whole stack takes
// ten times as long to build. A suite that wants traces sets the limit itself.
Error.stackTraceLimit = 5;
process.env["PULUMI_ERROR_OUTPUT_STRING"] = "true";
