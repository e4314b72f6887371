import type { handleUnaryCall, sendUnaryData, ServerUnaryCall, ServiceError } from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";

import { Refusal, messageOf } from "../values/refusal";
import { HalfMade, partialFailure } from "./half-made";
import type { Log } from "./log";

/** Answers calls of one kind, turning what is thrown into what the engine understands. */
export function answering<Request, Response>(
  log: Log,
  answer: (request: Request, peer: string) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    void attempt(log, async () => answer(call.request, call.getPeer())).then((reply) => {
      if ("error" in reply) callback(reply.error);
      else callback(null, reply.response);
    });
  };
}

type Reply<Response> = { readonly response: Response } | { readonly error: Partial<ServiceError> };

async function attempt<Response>(
  log: Log,
  work: () => Promise<Response>,
): Promise<Reply<Response>> {
  try {
    return { response: await work() };
  } catch (error) {
    if (error instanceof HalfMade) return { error: partialFailure(error) };
    // The genuine provider returns plain Go errors, which arrive as UNKNOWN.
    if (error instanceof Refusal)
      return { error: { code: status.UNKNOWN, details: error.message } };
    log.fault(error);
    const details = `fault in the embedded Azure: ${messageOf(error)}`;
    return { error: { code: status.INTERNAL, details } };
  }
}

/** Refuses calls the genuine providers do not serve either. */
export function unimplemented<Request, Response>(what: string): handleUnaryCall<Request, Response> {
  return (_call, callback) => {
    callback({ code: status.UNIMPLEMENTED, details: `${what} is not implemented` });
  };
}
