import type grpc from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import plugins from "@pulumi/pulumi/proto/plugin_pb.js";
import empties from "google-protobuf/google/protobuf/empty_pb.js";
import type { Engine } from "./engine.ts";
import { toServiceError } from "./errors.ts";
import { decode, encode } from "./marshal.ts";
import type { Autonaming, Operations, Plugin, ResourceRequest } from "./plugin.ts";
import { checkResponse, diffResponse } from "./responses.ts";

/** The methods of the provider protocol that the engine calls on a plugin whose resources are all custom ones. */
type Handlers = Omit<
  IResourceProviderServer,
  "handshake" | "parameterize" | "call" | "list" | "construct" | "attach" | "getMapping" | "getMappings"
>;

/** Answers the engine's requests with the plugin's operations. @see https://github.com/pulumi/pulumi/blob/master/proto/pulumi/provider.proto */
export function handlers(plugin: Plugin, engine: Engine): Handlers {
  const stop = new AbortController();
  let operations: Operations | undefined;

  const configured = (): Operations => {
    if (!operations) throw new Error(`${plugin.name}: the provider was called before it was configured.`);
    return operations;
  };
  const resource = (request: { getUrn(): string; getType(): string; getName(): string }): ResourceRequest => ({
    urn: request.getUrn(),
    type: request.getType(),
    name: request.getName(),
    log: engine.logFor(request.getUrn()),
    signal: stop.signal,
  });

  return {
    getPluginInfo: unary(() => {
      const response = new plugins.PluginInfo();
      response.setVersion(plugin.version);
      return response;
    }),
    getSchema: unary(() => {
      const response = new messages.GetSchemaResponse();
      response.setSchema(JSON.stringify({ name: plugin.name, version: plugin.version }));
      return response;
    }),
    cancel: unary(() => {
      stop.abort(new Error("the operation was cancelled"));
      return new empties.Empty();
    }),
    checkConfig: unary((request: messages.CheckRequest) => checkResponse({ inputs: decode(request.getNews()) })),
    diffConfig: unary((request: messages.DiffRequest) =>
      diffResponse(
        plugin.diffConfig?.(decode(request.getOldInputs()), decode(request.getNews())) ?? { differences: [] },
      ),
    ),
    configure: unary(async (request: messages.ConfigureRequest) => {
      operations = await plugin.configure(decode(request.getArgs()));
      const response = new messages.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    check: unary(async (request: messages.CheckRequest) => {
      const news = decode(request.getNews());
      const { check } = configured();
      if (!check) return checkResponse({ inputs: news });
      return checkResponse(
        await check({
          ...resource(request),
          olds: decode(request.getOlds()),
          news,
          randomSeed: request.getRandomseed_asU8(),
          autonaming: autonamingOf(request.getAutonaming()),
        }),
      );
    }),
    diff: unary(async (request: messages.DiffRequest) =>
      diffResponse(
        await configured().diff({
          ...resource(request),
          id: request.getId(),
          oldInputs: decode(request.getOldInputs()),
          oldOutputs: decode(request.getOlds()),
          news: decode(request.getNews()),
          ignoreChanges: request.getIgnorechangesList(),
        }),
      ),
    ),
    create: unary(async (request: messages.CreateRequest) => {
      const { id, outputs } = await configured().create({
        ...resource(request),
        inputs: decode(request.getProperties()),
        preview: request.getPreview(),
        timeout: request.getTimeout(),
      });
      const response = new messages.CreateResponse();
      response.setId(id);
      response.setProperties(encode(outputs));
      return response;
    }),
    read: unary(async (request: messages.ReadRequest) => {
      const found = await configured().read({
        ...resource(request),
        id: request.getId(),
        inputs: decode(request.getInputs()),
        outputs: decode(request.getProperties()),
      });
      const response = new messages.ReadResponse();
      if (!found) return response;
      response.setId(found.id);
      response.setProperties(encode(found.outputs));
      response.setInputs(encode(found.inputs));
      return response;
    }),
    update: unary(async (request: messages.UpdateRequest) => {
      const outputs = await configured().update({
        ...resource(request),
        id: request.getId(),
        oldInputs: decode(request.getOldInputs()),
        oldOutputs: decode(request.getOlds()),
        news: decode(request.getNews()),
        preview: request.getPreview(),
        timeout: request.getTimeout(),
        ignoreChanges: request.getIgnorechangesList(),
      });
      const response = new messages.UpdateResponse();
      response.setProperties(encode(outputs));
      return response;
    }),
    delete: unary(async (request: messages.DeleteRequest) => {
      await configured().delete({
        ...resource(request),
        id: request.getId(),
        inputs: decode(request.getOldInputs()),
        outputs: decode(request.getProperties()),
        timeout: request.getTimeout(),
      });
      return new empties.Empty();
    }),
    invoke: unary(async (request: messages.InvokeRequest) => {
      const { invoke } = configured();
      const token = request.getTok();
      if (!invoke) throw new Error(`${plugin.name}: there is no function ${token}.`);
      const response = new messages.InvokeResponse();
      const args = decode(request.getArgs());
      response.setReturn(encode(await invoke({ token, args, log: engine.logFor(""), signal: stop.signal })));
      return response;
    }),
  };
}

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): grpc.handleUnaryCall<Request, Response> {
  return (call, callback) => {
    // In a promise from the start, so that what is thrown synchronously takes the same way.
    Promise.resolve(call.request)
      .then(answer)
      .then(
        (response) => callback(null, response),
        (error: unknown) => callback(toServiceError(error)),
      );
  };
}

function autonamingOf(options: messages.CheckRequest.AutonamingOptions | undefined): Autonaming {
  const { PROPOSE, ENFORCE, DISABLE } = messages.CheckRequest.AutonamingOptions.Mode;
  const proposedName = options?.getProposedName() ?? "";
  switch (options?.getMode()) {
    case PROPOSE:
      return { mode: "propose", proposedName };
    case ENFORCE:
      return { mode: "enforce", proposedName };
    case DISABLE:
      return { mode: "disabled", proposedName };
    case undefined:
    default:
      return { mode: "default", proposedName };
  }
}
