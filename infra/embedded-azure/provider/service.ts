import { status } from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  CheckResponse,
  ConfigureResponse,
  DiffResponse,
  GetMappingResponse,
  GetMappingsResponse,
  GetSchemaResponse,
  ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import type { PackageName } from "../sdk/packages";
import { sdkPackage } from "../sdk/packages";
import { answering, unimplemented } from "./answers";
import type { Backend } from "./backend";
import { decode } from "./codec";
import type { Log } from "./log";
import { resourceCalls } from "./resource-calls";
import { Sessions } from "./sessions";
import { settingsIn } from "./settings";
import { Waiting } from "./waiting";

/**
 * The calls of Pulumi's provider protocol for one package.
 *
 * @param open opens the store and gives the provider upon it; called when first needed, so that a
 *   store that cannot be used is told to the user and not only to a log.
 * @param onCancel called when an engine winds down.
 */
export function providerService(
  packageName: PackageName,
  open: () => Backend,
  log: Log,
  onCancel: () => void,
): IResourceProviderServer {
  const sessions = new Sessions();
  const waiting = new Waiting();
  return {
    ...resourceCalls(open, sessions, waiting, log),
    handshake: answering(log, (request, peer) => {
      sessions.of(peer).engine = request.getEngineAddress();
      return new ProviderHandshakeResponse()
        .setAcceptSecrets(true)
        .setSupportsAutonamingConfiguration(true);
    }),
    attach: answering(log, (request: PluginAttach, peer) => {
      sessions.of(peer).engine = request.getAddress();
      return new Empty();
    }),
    getPluginInfo: answering(log, () =>
      new PluginInfo().setVersion(sdkPackage(packageName).version),
    ),
    checkConfig: answering(log, (request) => new CheckResponse().setInputs(request.getNews())),
    // As the genuine providers do: another subscription shows in the ids, not as a change of the provider.
    diffConfig: answering(log, () => new DiffResponse()),
    configure: answering(log, (request, peer) => {
      open();
      sessions.of(peer).settings = settingsIn(
        decode(request.getArgs()),
        new Map(request.getVariablesMap().toArray()),
      );
      return new ConfigureResponse()
        .setAcceptsecrets(true)
        .setSupportspreview(true)
        .setSupportsAutonamingConfiguration(true);
    }),
    // What is under way is over within milliseconds, and each change is whole: only planned waits are broken off.
    cancel: answering(log, () => {
      waiting.breakOff();
      onCancel();
      return new Empty();
    }),
    getSchema: answering(log, () => new GetSchemaResponse().setSchema("{}")),
    getMapping: answering(log, () => new GetMappingResponse()),
    getMappings: answering(log, () => new GetMappingsResponse()),
    parameterize: unimplemented("Parameterize"),
    construct: unimplemented("Construct"),
    call: unimplemented("Call"),
    list: (call) => {
      call.emit("error", { code: status.UNIMPLEMENTED, details: "List is not implemented" });
    },
  };
}
