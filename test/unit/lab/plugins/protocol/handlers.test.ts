import grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statuses from "@pulumi/pulumi/proto/status_pb.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InitializationError } from "../../../../../lab/plugins/protocol/errors.ts";
import { handlers } from "../../../../../lab/plugins/protocol/handlers.ts";
import { decode, encode } from "../../../../../lab/plugins/protocol/marshal.ts";
import type { CheckRequest, Plugin } from "../../../../../lab/plugins/protocol/plugin.ts";
import type { ValueMap } from "../../../../../lab/plugins/protocol/values.ts";

const silent = { debug: () => undefined, info: () => undefined, warning: () => undefined, status: () => undefined };
const checked: CheckRequest[] = [];

const plugin: Plugin = {
  name: "sample",
  version: "1.2.3",
  diffConfig: (olds, news) => ({
    differences:
      olds.values.cluster === news.values.cluster ? [] : [{ path: ["cluster"], kind: "update", replace: true }],
  }),
  configure: (args) => ({
    check: (request) => {
      checked.push(request);
      return { inputs: request.news, failures: [{ property: "size", reason: "too large" }] };
    },
    diff: () => ({
      differences: [{ path: ["spec", "ports", 0], kind: "add", replace: true }],
      deleteBeforeReplace: true,
    }),
    create: ({ inputs }) => {
      if (inputs.values.broken) {
        return Promise.reject(
          new InitializationError({ id: "a/b", outputs: inputs, inputs }, ["pod a: image cannot be pulled"]),
        );
      }
      return Promise.resolve({
        id: "a/b",
        outputs: { ...inputs, values: { ...inputs.values, greeting: args.values.greeting } },
      });
    },
    update: () => Promise.reject(new Error("the cluster is unreachable")),
    read: () => Promise.resolve(undefined),
    delete: () => Promise.resolve(),
  }),
};

const server = new grpc.Server();
let client: InstanceType<typeof services.ResourceProviderClient>;

beforeAll(async () => {
  server.addService(services.ResourceProviderService, handlers(plugin, { logFor: () => silent }));
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  client = new services.ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const request = new messages.ConfigureRequest();
  request.setArgs(structOf({ greeting: "hello" }));
  const response = await call<messages.ConfigureResponse>((done) => client.configure(request, done));
  expect(response.toObject()).toMatchObject({ acceptsecrets: true, supportspreview: true });
});
afterAll(() => {
  client.close();
  server.forceShutdown();
});

const structOf = (values: ValueMap) => encode({ values, secrets: [] });
function call<Response>(
  start: (done: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((resolve, reject) => start((error, response) => (error ? reject(error) : resolve(response))));
}

test("what the plugin does not have is UNIMPLEMENTED, the handshake first of all", async () => {
  await expect(call((done) => client.handshake(new messages.ProviderHandshakeRequest(), done))).rejects.toMatchObject({
    code: grpc.status.UNIMPLEMENTED,
  });
});

test("a provider's changed configuration replaces it when the plugin says so", async () => {
  const request = new messages.DiffRequest();
  request.setOldInputs(structOf({ cluster: "a" }));
  request.setNews(structOf({ cluster: "b" }));
  const response = await call<messages.DiffResponse>((done) => client.diffConfig(request, done));
  expect(response.getReplacesList()).toEqual(["cluster"]);
});

test("check hands over seed and naming options and returns failures", async () => {
  const request = new messages.CheckRequest();
  request.setNews(structOf({ size: 9 }));
  request.setRandomseed(Uint8Array.of(1, 2));
  const autonaming = new messages.CheckRequest.AutonamingOptions();
  autonaming.setProposedName("proposed");
  autonaming.setMode(messages.CheckRequest.AutonamingOptions.Mode.ENFORCE);
  request.setAutonaming(autonaming);
  const response = await call<messages.CheckResponse>((done) => client.check(request, done));
  expect(checked.at(-1)).toMatchObject({
    randomSeed: Uint8Array.of(1, 2),
    autonaming: { mode: "enforce", proposedName: "proposed" },
  });
  expect(response.getFailuresList().map((failure) => failure.toObject())).toEqual([
    { property: "size", reason: "too large" },
  ]);
});

test("diff carries detailed paths and the order of a replacement", async () => {
  const response = await call<messages.DiffResponse>((done) => client.diff(new messages.DiffRequest(), done));
  expect(response.getChanges()).toBe(messages.DiffResponse.DiffChanges.DIFF_SOME);
  expect(response.getReplacesList()).toEqual(["spec"]);
  expect(response.getDeletebeforereplace()).toBe(true);
  expect(response.getDetaileddiffMap().get("spec.ports[0]")?.getKind()).toBe(messages.PropertyDiff.Kind.ADD_REPLACE);
});

test("create sees the configuration; secrets stay secret on the way back", async () => {
  const request = new messages.CreateRequest();
  request.setProperties(encode({ values: { token: "t" }, secrets: [["token"]] }));
  const response = await call<messages.CreateResponse>((done) => client.create(request, done));
  expect(response.getId()).toBe("a/b");
  expect(decode(response.getProperties())).toEqual({ values: { token: "t", greeting: "hello" }, secrets: [["token"]] });
});

test("a resource that did not come up travels in the error's details, so that the engine keeps it", async () => {
  const request = new messages.CreateRequest();
  request.setProperties(structOf({ broken: true }));
  const error = await call((done) => client.create(request, done)).then(
    () => expect.unreachable("create must fail"),
    (failure: unknown) => failure as grpc.ServiceError,
  );
  const [packed] = error.metadata.get("grpc-status-details-bin");
  const [detail] = statuses.Status.deserializeBinary(packed as Buffer).getDetailsList();
  const failed = detail?.unpack(
    (bytes) => messages.ErrorResourceInitFailed.deserializeBinary(bytes),
    "pulumirpc.ErrorResourceInitFailed",
  );
  expect(failed?.getId()).toBe("a/b");
  expect(failed?.getReasonsList()).toEqual(["pod a: image cannot be pulled"]);
  expect(decode(failed?.getProperties()).values).toEqual({ broken: true });
});

test("an error is its sentence, and a resource that is gone has no id", async () => {
  await expect(call((done) => client.update(new messages.UpdateRequest(), done))).rejects.toMatchObject({
    details: "the cluster is unreachable",
  });
  const response = await call<messages.ReadResponse>((done) => client.read(new messages.ReadRequest(), done));
  expect(response.getId()).toBe("");
});
