import grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/engine_pb.js";
import type { Log } from "./plugin.ts";

/** The engine that started this plugin, as somebody to talk to. */
export interface Engine {
  /** A log whose messages stand beside the given resource, or beside none. */
  logFor(urn: string): Log;
}

/** @param address host:port of the engine's own service, the plugin's last argument */
export function connectEngine(address: string): Engine {
  const client = new services.EngineClient(address, grpc.credentials.createInsecure());
  const { DEBUG, INFO, WARNING } = messages.LogSeverity;
  return {
    logFor(urn) {
      const send = (
        severity: typeof DEBUG | typeof INFO | typeof WARNING,
        message: string,
        ephemeral = false,
      ): void => {
        const request = new messages.LogRequest();
        request.setSeverity(severity);
        request.setMessage(message);
        request.setUrn(urn);
        request.setEphemeral(ephemeral);
        // A message that the engine no longer takes has nobody left to read it.
        client.log(request, () => undefined);
      };
      let status = "";
      return {
        debug: (message) => send(DEBUG, message),
        info: (message) => send(INFO, message),
        warning: (message) => send(WARNING, message),
        status(message) {
          // Without a terminal the engine prints a line for each, also where nothing has moved.
          if (message !== status) send(INFO, message, true);
          status = message;
        },
      };
    },
  };
}
