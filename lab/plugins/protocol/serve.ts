import grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { connectEngine } from "./engine.ts";
import "./keep-compiled.ts";
import { handlers } from "./handlers.ts";
import { exitWithParent } from "./orphan.ts";
import type { Plugin } from "./plugin.ts";

/**
 * Serves a plugin to the engine that started this process: a port of its own on the loopback, told on standard output.
 * Methods that it does not have answer UNIMPLEMENTED, from which the engine knows what to leave out (the handshake).
 * Started by hand it says so and ends with code 1.
 */
export async function serve(plugin: Plugin): Promise<void> {
  const address = process.argv.at(-1);
  if (process.argv.length < 3 || !address) {
    const sentence = `${plugin.name}: a Pulumi engine starts this program and passes its address; it does nothing by hand.`;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
    return;
  }
  exitWithParent();

  // The engine sends whole states; the default of 4 MiB is too small for some.
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(services.ResourceProviderService, handlers(plugin, connectEngine(address)));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  process.stdout.write(`${port}\n`);
}
