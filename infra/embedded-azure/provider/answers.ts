import type { handleUnaryCall, sendUnaryData, ServerUnaryCall } from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";

import { Refusal, messageOf } from "../values/refusal";
import type { Log } from "./log";

/** Answers calls of one kind, turning what is thrown into what the engine understands. */
export function answering<Request, Response>(
  log: Log,
  answer: (request: Request, peer: string) => Response,
): handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    try {
      callback(null, answer(call.request, call.getPeer()));
    } catch (error) {
      if (error instanceof Refusal) {
        // The genuine provider returns plain Go errors, which arrive as UNKNOWN.
        callback({ code: status.UNKNOWN, details: error.message });
        return;
      }
      log.fault(error);
      const details = messageOf(error);
      callback({ code: status.INTERNAL, details: `fault in the embedded Azure: ${details}` });
    }
  };
}

/** Refuses calls the genuine providers do not serve either. */
export function unimplemented<Request, Response>(what: string): handleUnaryCall<Request, Response> {
  return (_call, callback) => {
    callback({ code: status.UNIMPLEMENTED, details: `${what} is not implemented` });
  };
}
