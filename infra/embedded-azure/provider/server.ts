import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

import type { PackageName } from "../sdk/packages";
import type { Backend } from "./backend";
import type { Log } from "./log";
import type { Served } from "./served";
import { providerService } from "./service";

/** Largest message, in bytes: as much as Pulumi's own SDK and engine allow each other. */
const largest = 400 * 1024 * 1024;

/** Serves a package on a free port of this machine alone. */
export function serve(packageName: PackageName, open: () => Backend, log: Log): Promise<Served> {
  const server = new Server({
    "grpc.max_receive_message_length": largest,
    "grpc.max_send_message_length": largest,
  });
  let cancelled = false;
  const onCancel = (): void => {
    cancelled = true;
  };
  server.addService(ResourceProviderService, providerService(packageName, open, log, onCancel));
  const stop = (): void => {
    server.forceShutdown();
  };
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve({ port, isCancelled: () => cancelled, stop });
      else reject(error);
    });
  });
}
