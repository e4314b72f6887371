import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type {
  DiffRequest as DiffMessage,
  UpdateRequest as UpdateMessage,
} from "@pulumi/pulumi/proto/provider_pb";
import {
  CreateResponse,
  InvokeResponse,
  ReadResponse,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import type { DiffRequest } from "../packages/provider";
import { answering } from "./answers";
import type { Backend } from "./backend";
import { decode, encode } from "./codec";
import { warn } from "./engine";
import type { Log } from "./log";
import { autonamingOf, checkResponse, diffResponse } from "./messages";
import { recorded } from "./recorded";
import type { Sessions } from "./sessions";
import { nameOfUrn, typeOfUrn } from "./urn";

type ResourceCalls = Pick<
  IResourceProviderServer,
  "check" | "diff" | "create" | "read" | "update" | "delete" | "invoke"
>;

/** The calls that concern one resource or function. */
export function resourceCalls(open: () => Backend, sessions: Sessions, log: Log): ResourceCalls {
  return {
    check: answering(log, (message, peer) => {
      const urn = message.getUrn();
      const answer = open().provider.check(
        {
          token: typeOfUrn(urn),
          name: nameOfUrn(urn),
          olds: decode(message.getOlds()),
          news: decode(message.getNews()),
          seed: message.getRandomseed_asU8(),
          autonaming: autonamingOf(message),
        },
        sessions.settingsOf(peer),
      );
      const { engine } = sessions.of(peer);
      if (engine !== undefined) for (const warning of answer.warnings) warn(engine, urn, warning);
      return checkResponse(answer);
    }),
    diff: answering(log, (message, peer) =>
      diffResponse(open().provider.diff(diffRequest(message), sessions.settingsOf(peer))),
    ),
    create: answering(log, (message, peer) => {
      const { provider, store } = open();
      const token = typeOfUrn(message.getUrn());
      const preview = message.getPreview();
      const inputs = decode(message.getProperties());
      const settings = sessions.settingsOf(peer);
      const create = () => provider.create({ token, inputs, preview }, settings);
      const { id, outputs } = preview
        ? create()
        : recorded(store, { operation: "create", token }, () => {
            const created = create();
            return [created.id, created];
          });
      return new CreateResponse().setId(id).setProperties(encode(outputs));
    }),
    read: answering(log, (message, peer) => {
      const { provider, store } = open();
      const token = typeOfUrn(message.getUrn());
      const inputs = message.getInputs();
      const request = {
        token,
        id: message.getId(),
        oldInputs: inputs === undefined ? undefined : decode(inputs),
        oldOutputs: decode(message.getProperties()),
      };
      const answer = recorded(store, { operation: "read", token, id: request.id }, () => [
        request.id,
        provider.read(request, sessions.settingsOf(peer)),
      ]);
      return answer === undefined
        ? new ReadResponse()
        : new ReadResponse()
            .setId(answer.id)
            .setProperties(encode(answer.outputs))
            .setInputs(encode(answer.inputs));
    }),
    update: answering(log, (message, peer) => {
      const { provider, store } = open();
      const request = { ...diffRequest(message), preview: message.getPreview() };
      const update = () => provider.update(request, sessions.settingsOf(peer));
      const outputs = request.preview
        ? update()
        : recorded(store, { operation: "update", token: request.token, id: request.id }, () => [
            request.id,
            update(),
          ]);
      return new UpdateResponse().setProperties(encode(outputs));
    }),
    delete: answering(log, (message, peer) => {
      const { provider, store } = open();
      const token = typeOfUrn(message.getUrn());
      const id = message.getId();
      const inputs = decode(message.getOldInputs());
      recorded(store, { operation: "delete", token, id }, () => [
        id,
        provider.delete({ token, id, inputs }, sessions.settingsOf(peer)),
      ]);
      return new Empty();
    }),
    invoke: answering(log, (message, peer) => {
      const { provider, store } = open();
      const token = message.getTok();
      const given = decode(message.getArgs());
      const result = recorded(store, { operation: "invoke", token }, () => [
        "",
        provider.invoke(token, given, sessions.settingsOf(peer)),
      ]);
      return new InvokeResponse().setReturn(encode(result));
    }),
  };
}

function diffRequest(message: DiffMessage | UpdateMessage): DiffRequest {
  return {
    token: typeOfUrn(message.getUrn()),
    id: message.getId(),
    oldInputs: decode(message.getOldInputs()),
    oldOutputs: decode(message.getOlds()),
    news: decode(message.getNews()),
    ignoreChanges: message.getIgnorechangesList(),
  };
}
