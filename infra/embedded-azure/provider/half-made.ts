import type { ServiceError } from "@grpc/grpc-js";
import { Metadata, status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";

import type { ResourceState } from "../packages/provider";
import type { Store } from "../store/store";
import type { PropertyObject } from "../values/property";
import { Refusal } from "../values/refusal";
import { encode } from "./codec";
import type { Done } from "./recorded";

/** A resource was made but did not come up: it is there, and the engine has to know of it. */
export class HalfMade extends Refusal {
  constructor(
    readonly id: string,
    readonly outputs: PropertyObject,
    readonly inputs: PropertyObject,
    reason: string,
  ) {
    super(reason);
  }
}

/** What creating came to; with a reason when it is only half made. */
export interface MadeState extends ResourceState {
  readonly reason?: string;
}

/** Leaves what was just made as Azure leaves what fails on the way: there, and in the state Failed. */
export function halved(store: Store, { id, outputs }: ResourceState): Done<MadeState> {
  const resource = store.resources.get(id);
  if (resource?.body["provisioningState"] !== undefined) {
    const body = { ...resource.body, provisioningState: "Failed" };
    store.resources.put({ ...resource, body }, store.resources.usesOf(id));
  }
  const reason = `resource partially created but read failed: Code="ProvisioningState" Message="the resource '${id}' is in the state Failed"`;
  const failed = "provisioningState" in outputs ? { provisioningState: "Failed" } : {};
  return [id, { id, outputs: { ...outputs, ...failed }, reason }, reason];
}

/**
 * The form in which a provider tells the engine of a resource made by half:
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/util/rpcutil/rpcerror/rpcerror.go
 */
export function partialFailure(
  error: HalfMade,
): Pick<ServiceError, "code" | "details" | "metadata"> {
  const failed = new ErrorResourceInitFailed()
    .setId(error.id)
    .setProperties(encode(error.outputs))
    .setInputs(encode(error.inputs))
    .setReasonsList([error.message]);
  const detail = new Any();
  detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const answer = new Status()
    .setCode(status.UNKNOWN)
    .setMessage(error.message)
    .setDetailsList([detail]);
  const metadata = new Metadata();
  metadata.set("grpc-status-details-bin", Buffer.from(answer.serializeBinary()));
  return { code: status.UNKNOWN, details: error.message, metadata };
}
