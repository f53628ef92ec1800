import { describe, expect, test } from "vitest";
import { Cluster } from "../../../../../lab/plugins/kubernetes/cluster.ts";
import { ApiError, UnknownKindError, UnreachableError } from "../../../../../lab/plugins/kubernetes/errors.ts";
import type { ApiRequest } from "../../../../../lab/plugins/kubernetes/transport.ts";

const core = [
  { name: "pods", kind: "Pod", namespaced: true },
  { name: "pods/log", kind: "Pod", namespaced: true },
  { name: "namespaces", kind: "Namespace", namespaced: false },
];

/** A cluster whose API server answers discovery from `kinds` and everything else with an empty object. */
function clusterOf(kinds: Record<string, object[]>) {
  const asked: ApiRequest[] = [];
  const cluster = new Cluster((request) => {
    asked.push(request);
    const resources = kinds[request.path];
    if (resources) return Promise.resolve({ body: { resources }, warnings: [] });
    if (/^\/apis\/[^/]+\/[^/]+$/.test(request.path)) return Promise.reject(new ApiError({ code: 404 }));
    return Promise.resolve({ body: { items: [] }, warnings: [] });
  });
  return { cluster, paths: () => asked.map(({ path }) => path) };
}

describe("where objects are", () => {
  const reference = (kind: string, metadata: object) => ({ apiVersion: "v1", kind, metadata });

  test.each([
    [reference("Pod", { name: "a", namespace: "shop" }), "/api/v1/namespaces/shop/pods/a"],
    [reference("Namespace", { name: "shop", namespace: "left over" }), "/api/v1/namespaces/shop"],
    [
      reference("Pod", { name: "system:UPPER/case", namespace: "shop" }),
      "/api/v1/namespaces/shop/pods/system%3AUPPER%2Fcase",
    ],
  ])("%j", async (object, path) => {
    const { cluster, paths } = clusterOf({ "/api/v1": core });
    await cluster.get(object);
    expect(paths().at(-1)).toBe(path);
  });

  test("a version is asked for once", async () => {
    const { cluster, paths } = clusterOf({ "/api/v1": core });
    await Promise.all([cluster.get(reference("Pod", { name: "a" })), cluster.get(reference("Pod", { name: "b" }))]);
    expect(paths().filter((path) => path === "/api/v1")).toHaveLength(1);
  });

  test("a kind that comes later is found, in a version that was known before too", async () => {
    const kinds: Record<string, object[]> = { "/apis/example.org/v1": [] };
    const { cluster } = clusterOf(kinds);
    const gadget = { apiVersion: "example.org/v1", kind: "Gadget" };
    await expect(cluster.resource(gadget)).rejects.toThrow(UnknownKindError);
    kinds["/apis/example.org/v1"] = [{ name: "gadgets", kind: "Gadget", namespaced: true }];
    await expect(cluster.resource(gadget)).resolves.toMatchObject({ name: "gadgets" });
    const widget = { apiVersion: "example.org/v1", kind: "Widget" };
    kinds["/apis/example.org/v1"].push({ name: "widgets", kind: "Widget", namespaced: true });
    await expect(cluster.resource(widget)).resolves.toMatchObject({ name: "widgets" });
  });
});

test("apply says who applies, and whether it is only tried", async () => {
  const { cluster, paths } = clusterOf({ "/api/v1": core });
  const object = { apiVersion: "v1", kind: "Pod", metadata: { name: "a", namespace: "shop" } };
  await cluster.apply(object, { fieldManager: "me", force: true, dryRun: true });
  const query = new URL(`http://cluster${paths().at(-1) ?? ""}`).searchParams;
  expect(Object.fromEntries(query)).toEqual({
    fieldManager: "me",
    force: "true",
    fieldValidation: "Warn",
    dryRun: "All",
  });
});

test("what is not there, and whose kind is not there, is not found", async () => {
  const { cluster } = clusterOf({});
  await expect(
    cluster.find({ apiVersion: "example.org/v1", kind: "Gadget", metadata: { name: "a" } }),
  ).resolves.toBeUndefined();
});

test("an API server that refuses to say its version can be reached; one that does not answer cannot", async () => {
  expect(await new Cluster(() => Promise.reject(new ApiError({ code: 403 }))).unreachable()).toBeUndefined();
  expect(await new Cluster(() => Promise.reject(new UnreachableError("refused"))).unreachable()).toBe("refused");
});
