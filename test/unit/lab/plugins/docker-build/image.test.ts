import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { image, refOf } from "../../../../../lab/plugins/docker-build/image.ts";
import { pushManifest } from "../../../../../lab/oci/push.ts";
import type { CheckResult, Log, ResourceRequest } from "../../../../../lab/plugins/protocol/plugin.ts";
import { UNKNOWN, type Properties, type ValueMap } from "../../../../../lab/plugins/protocol/values.ts";
import { startFakeRegistry, type FakeRegistry } from "../../oci/fake-registry.ts";

let context: string;
let registry: FakeRegistry;
let warnings: string[];
const quiet = (): void => undefined;
const request = (): ResourceRequest => ({
  urn: "urn",
  type: "docker-build:index:Image",
  name: "app",
  log: { debug: quiet, info: quiet, status: quiet, warning: (text) => void warnings.push(text) } satisfies Log,
  signal: new AbortController().signal,
});
const plain = (values: ValueMap): Properties => ({ values, secrets: [] });

beforeEach(async () => {
  warnings = [];
  context = await mkdtemp(join(tmpdir(), "context-"));
  await writeFile(join(context, "Dockerfile"), "FROM scratch\n");
  registry = await startFakeRegistry();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await registry.close();
});

async function check(values: ValueMap): Promise<CheckResult> {
  const autonaming = { mode: "default", proposedName: "" } as const;
  return image.check!({ ...request(), olds: plain({}), news: plain(values), randomSeed: new Uint8Array(), autonaming });
}

test("check fills in what the official provider fills in, and marks secrets", async () => {
  const { inputs, failures } = await check({ push: false, context: { location: context }, secrets: { token: "x" } });
  expect(failures).toEqual([]);
  expect(inputs.values).toMatchObject({
    buildOnPreview: true,
    network: "default",
    dockerfile: { location: join(context, "Dockerfile") },
  });
  expect(inputs.secrets).toEqual([["secrets"]]);
});

test("check complains of nothing that a later step may still make good", async () => {
  expect((await check({ push: true, tags: UNKNOWN, context: { location: context } })).failures).toEqual([]);
  expect((await check({ push: true, tags: [UNKNOWN], context: UNKNOWN })).failures).toEqual([]);
  expect((await check({ push: true, tags: ["localhost:5000/a"], context: { location: UNKNOWN } })).failures).toEqual(
    [],
  );
});

test("a preview that does not build needs no builder and promises nothing", async () => {
  vi.stubEnv("BUILDKIT_HOST", "");
  const inputs = plain({
    push: true,
    tags: ["localhost:5000/a"],
    context: { location: context },
    buildOnPreview: false,
  });
  const { id, outputs } = await image.create({ ...request(), inputs, preview: true, timeout: 0 });
  expect(id).toBe("");
  expect(outputs.values).toMatchObject({ ...inputs.values, digest: UNKNOWN, ref: UNKNOWN, contextHash: UNKNOWN });
});

test("a preview with unknown inputs says that it did not build", async () => {
  const inputs = plain({ push: true, tags: [UNKNOWN], context: { location: context }, buildOnPreview: true });
  await image.create({ ...request(), inputs, preview: true, timeout: 0 });
  expect(warnings).toEqual([expect.stringContaining("not known yet")]);
});

test("without a builder there is one sentence with the way out", async () => {
  const inputs = plain({ push: true, tags: ["localhost:5000/a"], context: { location: context } });
  const create = (): Promise<unknown> => image.create({ ...request(), inputs, preview: false, timeout: 0 });
  vi.stubEnv("BUILDKIT_HOST", "");
  await expect(create()).rejects.toThrow(/^app: BUILDKIT_HOST is not set.*make lab-up$/);
  vi.stubEnv("BUILDKIT_HOST", "unix:///no/such.sock");
  vi.stubEnv("PATH", "/no/such/folder");
  await expect(create()).rejects.toThrow(/^app: buildctl is not on the PATH.*make lab-up$/);
});

test("ref is the first tag that names its registry, with the digest", () => {
  expect(refOf(["app:1", "ghcr.io/a/b:2"], "sha256:1")).toBe("ghcr.io/a/b:2@sha256:1");
  expect(refOf(["app:1"], "sha256:1")).toBe("app:1");
  expect(refOf(["ghcr.io/a/b:2"], "")).toBe("ghcr.io/a/b:2");
  expect(refOf([], "")).toBe("");
});

async function pushed(): Promise<Properties> {
  const target = { registry: registry.address, repository: "a" };
  const digest = await pushManifest(target, "1", "application/json", {});
  return plain({ push: true, tags: [`${registry.address}/a:1`, `${registry.address}/b:1`], digest });
}

test("refresh keeps the tags that are there, and forgets an image of which none is", async () => {
  const outputs = await pushed();
  const found = await image.read({ ...request(), id: "x", inputs: outputs, outputs });
  expect(found?.outputs.values.tags).toEqual([`${registry.address}/a:1`]);
  expect(warnings).toEqual([expect.stringContaining("/b:1@sha256:")]);
  registry.manifests.clear();
  expect(await image.read({ ...request(), id: "x", inputs: outputs, outputs })).toBeUndefined();
});

test("refresh does not take a silent registry for an empty one", async () => {
  const outputs = await pushed();
  await registry.close();
  await expect(image.read({ ...request(), id: "x", inputs: outputs, outputs })).rejects.toThrow(/does not answer/);
  registry = await startFakeRegistry();
});

test("delete asks the registry to forget the image, and is content with a registry that refuses or is gone", async () => {
  const outputs = await pushed();
  const digest = outputs.values.digest as string;
  await image.delete({ ...request(), id: "x", inputs: outputs, outputs, timeout: 0 });
  expect(registry.requests).toContain(`DELETE /v2/a/manifests/${digest}`);
  await registry.close();
  await image.delete({ ...request(), id: "x", inputs: outputs, outputs, timeout: 0 });
  registry = await startFakeRegistry();
});
