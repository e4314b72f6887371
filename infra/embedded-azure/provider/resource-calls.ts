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

import type { DiffRequest, ResourceState } from "../packages/provider";
import { jsonObject } from "../values/property";
import { answering } from "./answers";
import type { Backend } from "./backend";
import { decode, encode } from "./codec";
import { warn } from "./engine";
import type { IdentifiedCall } from "./faulty";
import { withFaults } from "./faulty";
import { formerly } from "./formerly";
import type { MadeState } from "./half-made";
import { HalfMade, halved } from "./half-made";
import type { Log } from "./log";
import { autonamingOf, checkResponse, diffResponse } from "./messages";
import type { Sessions } from "./sessions";
import { nameOfUrn, typeOfUrn } from "./urn";
import type { Waiting } from "./waiting";

type ResourceCalls = Pick<
  IResourceProviderServer,
  "check" | "diff" | "create" | "read" | "update" | "delete" | "invoke"
>;

/** The calls that concern one resource or function. */
export function resourceCalls(
  open: () => Backend,
  sessions: Sessions,
  waiting: Waiting,
  log: Log,
): ResourceCalls {
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
    create: answering(log, async (message, peer) => {
      const { provider, store, faults } = open();
      const call = callOf("create", message.getUrn());
      const preview = message.getPreview();
      const inputs = decode(message.getProperties());
      const settings = sessions.settingsOf(peer);
      const create = () => provider.create({ token: call.token, inputs, preview }, settings);
      if (preview) return created(create());
      const state = await withFaults<MadeState>({ store, faults }, waiting, call, (isHalfMade) => {
        const whole = create();
        return isHalfMade ? halved(store, whole) : [whole.id, whole];
      });
      if (state.reason !== undefined)
        throw new HalfMade(state.id, state.outputs, inputs, state.reason);
      return created(state);
    }),
    read: answering(log, async (message, peer) => {
      const { provider, ...backend } = open();
      const inputs = message.getInputs();
      const call = { ...callOf("read", message.getUrn()), id: message.getId() };
      const request = {
        ...call,
        oldInputs: inputs === undefined ? undefined : decode(inputs),
        oldOutputs: decode(message.getProperties()),
      };
      const settings = sessions.settingsOf(peer);
      const answer = await withFaults(backend, waiting, call, () => [
        call.id,
        formerly(backend.store, call.id, () => provider.read(request, settings)),
      ]);
      return answer === undefined
        ? new ReadResponse()
        : new ReadResponse()
            .setId(answer.id)
            .setProperties(encode(answer.outputs))
            .setInputs(encode(answer.inputs));
    }),
    update: answering(log, async (message, peer) => {
      const { provider, ...backend } = open();
      const request = { ...diffRequest(message), preview: message.getPreview() };
      const call = { ...callOf("update", message.getUrn()), id: request.id };
      const settings = sessions.settingsOf(peer);
      const update = () => provider.update(request, settings);
      const { engine } = sessions.of(peer);
      if (request.preview && engine !== undefined)
        for (const warning of provider.foresee?.(request, settings) ?? [])
          warn(engine, message.getUrn(), warning);
      const outputs = request.preview
        ? update()
        : await withFaults(backend, waiting, call, () => [request.id, update()]);
      return new UpdateResponse().setProperties(encode(outputs));
    }),
    delete: answering(log, async (message, peer) => {
      const { provider, ...backend } = open();
      const call = { ...callOf("delete", message.getUrn()), id: message.getId() };
      const inputs = decode(message.getOldInputs());
      const settings = sessions.settingsOf(peer);
      await withFaults(backend, waiting, call, () => [
        call.id,
        provider.delete({ token: call.token, id: call.id, inputs }, settings),
      ]);
      return new Empty();
    }),
    invoke: answering(log, async (message, peer) => {
      const { provider, ...backend } = open();
      const token = message.getTok();
      const given = decode(message.getArgs());
      const settings = sessions.settingsOf(peer);
      const key = `${token} ${JSON.stringify(jsonObject(given))}`;
      const call = { operation: "invoke", token, name: "", key, id: "" } as const;
      const result = await withFaults(backend, waiting, call, () => [
        "",
        provider.invoke(token, given, settings),
      ]);
      return new InvokeResponse().setReturn(encode(result));
    }),
  };
}

function callOf(operation: IdentifiedCall["operation"], urn: string): IdentifiedCall {
  return { operation, token: typeOfUrn(urn), name: nameOfUrn(urn), key: urn, id: "" };
}

function created({ id, outputs }: ResourceState): CreateResponse {
  return new CreateResponse().setId(id).setProperties(encode(outputs));
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
