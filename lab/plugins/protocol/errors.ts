import grpc from "@grpc/grpc-js";
import errors from "@pulumi/pulumi/proto/provider_pb.js";
import statuses from "@pulumi/pulumi/proto/status_pb.js";
import any from "google-protobuf/google/protobuf/any_pb.js";
import { encode } from "./marshal.ts";
import type { Properties } from "./values.ts";

/**
 * The resource exists but did not come up. The engine keeps it in the state, with the reasons, and the next `up` tries
 * again as an update.
 */
export class InitializationError extends Error {
  readonly id: string;
  readonly outputs: Properties;
  readonly inputs: Properties;
  readonly reasons: readonly string[];

  /** @param resource its id and what is to be kept of it; @param reasons why it is not ready, a sentence each */
  constructor(resource: { id: string; outputs: Properties; inputs: Properties }, reasons: readonly string[]) {
    super(reasons.join("; "));
    this.id = resource.id;
    this.outputs = resource.outputs;
    this.inputs = resource.inputs;
    this.reasons = reasons;
  }
}

/** An error as the engine reads it: one sentence, and for an {@link InitializationError} the resource in the status details. */
export function toServiceError(error: unknown): Partial<grpc.ServiceError> {
  const details = error instanceof Error ? error.message : String(error);
  if (!(error instanceof InitializationError)) return { code: grpc.status.UNKNOWN, details };

  const detail = new errors.ErrorResourceInitFailed();
  detail.setId(error.id);
  detail.setProperties(encode(error.outputs));
  detail.setInputs(encode(error.inputs));
  detail.setReasonsList([...error.reasons]);

  const packed = new any.Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new statuses.Status();
  status.setCode(grpc.status.UNKNOWN);
  status.setMessage(details);
  status.addDetails(packed);

  // Where gRPC puts structured details; grpc-js has no API of its own for it.
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code: grpc.status.UNKNOWN, details, metadata };
}
