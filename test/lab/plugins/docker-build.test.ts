import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Image, type ImageArgs } from "@pulumi/docker-build/image.js";
import { getRegistryImageOutput } from "@pulumi/docker/getRegistryImage.js";
import type { Stack } from "@pulumi/pulumi/automation/index.js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getManifest, resolveDigest } from "../../../lab/oci/client.ts";
import { parseReference } from "../../../lab/oci/reference.ts";
import { failureOf, stackOf } from "./engine.ts";

/** Names that no other run has used, so that what is found in the registry was put there now. */
const repository = `localhost:5000/test/${randomBytes(4).toString("hex")}`;
const tag = `${repository}:1`;

/** Written out on one line, so that no build says it by chance. */
const CANARY = "canary-4711";

const DOCKERFILE = `FROM golang:1.26.8 AS build
ARG SUFFIX=none
COPY *.txt /in/
RUN --mount=type=secret,id=token test -s /run/secrets/token
RUN cat /in/*.txt > /out.txt && echo $SUFFIX >> /out.txt
FROM scratch
COPY --from=build /out.txt /out.txt
USER 10001
`;

let context: string;
let args: Partial<ImageArgs>;
let stack: Stack;
const file = (name: string, text: string): Promise<void> => writeFile(join(context, name), text);

beforeAll(async () => {
  stack = await stackOf(() => {
    const image = new Image("app", {
      context: { location: context },
      push: true,
      tags: [tag],
      secrets: { token: CANARY },
      ...args,
    });
    const found = getRegistryImageOutput({ name: tag }, { dependsOn: [image] });
    return Promise.resolve({
      digest: image.digest,
      ref: image.ref,
      contextHash: image.contextHash,
      found: found.sha256Digest,
    });
  });
});
beforeEach(async () => {
  context = await mkdtemp(join(tmpdir(), "context-"));
  await file("Dockerfile", DOCKERFILE);
  await file("a.txt", "one");
  args = {};
});
afterAll(async () => {
  await stack.destroy();
});

async function up(): Promise<{
  digest: string;
  ref: string;
  found: string;
  contextHash: string;
  changes: Record<string, number>;
  log: string;
}> {
  const { outputs, summary, stdout } = await stack.up({ color: "never" });
  const value = (name: string): string => outputs[name]?.value as string;
  return {
    digest: value("digest"),
    ref: value("ref"),
    found: value("found"),
    contextHash: value("contextHash"),
    changes: summary.resourceChanges ?? {},
    log: stdout,
  };
}

test("an image is built and pushed, and the digest is the one that the registry has", async () => {
  const { digest, ref, found, log } = await up();
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(ref).toBe(`${tag}@${digest}`);
  expect(await resolveDigest(parseReference(tag))).toBe(digest);
  expect(found).toBe(digest);
  expect(log).toContain("RUN cat /in/*.txt");
});

test("the same sources are no change, wherever they lie", async () => {
  const before = await up();
  const { changes } = await up();
  expect(changes).toEqual({ same: 2 });
  context = await mkdtemp(join(tmpdir(), "context-"));
  await file("Dockerfile", DOCKERFILE);
  await file("a.txt", "one");
  const moved = await up();
  expect(moved.contextHash).toBe(before.contextHash);
  expect(moved.digest).toBe(before.digest);
});

test("the same sources give the same image without any cache", async () => {
  const { digest } = await up();
  args = { noCache: true };
  const again = await up();
  expect(again.changes).toMatchObject({ update: 1 });
  expect(again.digest).toBe(digest);
});

test("a changed file makes another image; one that is ignored makes none", async () => {
  await file(".dockerignore", "ignored.txt");
  const { digest } = await up();
  await file("ignored.txt", "x");
  expect((await up()).changes).toEqual({ same: 2 });
  await file("a.txt", "two");
  const changed = await up();
  expect(changed.changes).toEqual({ same: 1, update: 1 });
  expect(changed.digest).not.toBe(digest);
});

test("a changed build argument is an update, and reaches the build", async () => {
  const { digest } = await up();
  args = { buildArgs: { SUFFIX: "other" } };
  const changed = await up();
  expect(changed.changes).toEqual({ same: 1, update: 1 });
  expect(changed.digest).not.toBe(digest);
});

test("a preview builds without pushing, and promises no digest that is not there", async () => {
  await up();
  await file("a.txt", "previewed");
  const before = await resolveDigest(parseReference(tag));
  const preview = await stack.preview({ color: "never" });
  expect(preview.changeSummary).toMatchObject({ same: 1, update: 1 });
  expect(preview.stdout).toContain("RUN cat /in/*.txt");
  expect(await resolveDigest(parseReference(tag))).toBe(before);
  await file("Dockerfile", "FROM golang:1.26.8\nRUN exit 9\n");
  expect(await failureOf(stack.preview())).toMatch(/RUN exit 9: exit code 9/);
  args = { buildOnPreview: false };
  expect((await stack.preview()).changeSummary).toMatchObject({ update: 1 });
});

test("a step that fails is named, with what it said, and secrets stay secret even when a step prints them", async () => {
  await up();
  await file(
    "Dockerfile",
    `FROM golang:1.26.8\nRUN --mount=type=secret,id=token cat /run/secrets/token; echo undefined: fooBar, connection refused >&2; exit 2\n`,
  );
  const failure = await failureOf(stack.up({ color: "never" }));
  expect(failure).toMatch(/error: app: image build failed at step \[.*2\/2\] RUN .*: exit code 2; its last lines:/);
  expect(failure).toContain("undefined: fooBar, connection refused");
  expect(failure).not.toContain(CANARY);
  expect(await readState()).not.toContain(CANARY);
});

/** As it lies on the disk: an export would decrypt it. */
function readState(): Promise<string> {
  return readFile(join(stack.workspace.workDir, ".pulumi/stacks/plugins/test.json"), "utf8");
}

test("a builder that does not answer is told from a build that fails", async () => {
  const nowhere = "unix:///no/such.sock";
  const lost = await stackOf(
    () => Promise.resolve(void new Image("app", { context: { location: context }, push: true, tags: [tag] })),
    { BUILDKIT_HOST: nowhere },
  );
  expect(await failureOf(lost.up({ color: "never" }))).toContain(
    `error: app: no builder answers at ${nowhere}; start the lab: make lab-up`,
  );
});

test("what cannot be built is refused by its property before anything is built", async () => {
  args = { platforms: ["amd64" as never], dockerfile: { inline: "FROM scratch\nRUNN x" } };
  const failure = await failureOf(stack.up({ color: "never" }));
  expect(failure).toMatch(/property platforms\[0\].*"amd64" is not a platform/);
  expect(failure).toMatch(/property dockerfile\.inline.*line 2: unknown instruction RUNN/);
});

test("two platforms make an index with an image for each", async () => {
  await file(
    "Dockerfile",
    "FROM --platform=$BUILDPLATFORM golang:1.26.8 AS build\nARG TARGETARCH\nRUN echo $TARGETARCH > /arch\nFROM scratch\nCOPY --from=build /arch /arch\n",
  );
  args = { platforms: ["linux/amd64", "linux/arm64"] };
  const { digest } = await up();
  const manifest = await getManifest(parseReference(tag));
  expect(manifest?.digest).toBe(digest);
  const architectures = manifest?.content.manifests?.map(({ platform }) => platform?.architecture);
  expect(architectures?.sort()).toEqual(["amd64", "arm64"]);
});

test("a registry cache is written and read", async () => {
  const ref = `${repository}:cache`;
  args = { cacheTo: [{ registry: { ref, mode: "max" } }], cacheFrom: [{ registry: { ref } }] };
  await up();
  expect(await resolveDigest(parseReference(ref))).toBeDefined();
});

test("refresh finds what the registry has, and the next up brings back what it lost", async () => {
  const { digest } = await up();
  expect((await stack.refresh()).summary.resourceChanges).toEqual({ same: 2 });
  // The image is made to disappear from this repository by asking for another one that never had it.
  const state = await stack.exportStack();
  const lost = `${repository}/lost:1`;
  const text = JSON.stringify(state.deployment).replaceAll(tag, lost);
  await stack.importStack({ ...state, deployment: JSON.parse(text) });
  expect((await stack.refresh()).summary.resourceChanges).toMatchObject({ delete: 1 });
  expect((await up()).digest).toBe(digest);
});

test("destroy leaves nothing in the state, though the lab's registry keeps what it was given", async () => {
  const { digest } = await up();
  await stack.destroy();
  const { deployment } = await stack.exportStack();
  expect((deployment as { resources?: unknown[] }).resources ?? []).toEqual([]);
  expect(await resolveDigest(parseReference(tag))).toBe(digest);
});
