import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

const clients = new Map<string, EngineClient>();

/** Shows a warning among the engine's own messages, at the resource it concerns. */
export function warn(engine: string, urn: string, message: string): void {
  const request = new LogRequest().setSeverity(LogSeverity.WARNING).setUrn(urn).setMessage(message);
  clientOf(engine).log(request, () => {
    // Nothing depends on the engine having shown it.
  });
}

function clientOf(engine: string): EngineClient {
  const known = clients.get(engine);
  if (known !== undefined) return known;
  const client = new EngineClient(engine, credentials.createInsecure());
  clients.set(engine, client);
  return client;
}
