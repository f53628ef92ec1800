import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { problemsOf } from "../../../../../lab/plugins/docker-build/check.ts";
import type { ImageInputs } from "../../../../../lab/plugins/docker-build/inputs.ts";
import { withDefaultSources } from "../../../../../lab/plugins/docker-build/sources.ts";

let context: string;
beforeAll(async () => {
  context = await mkdtemp(join(tmpdir(), "context-"));
  await writeFile(join(context, "Dockerfile"), "FROM scratch\n");
  await writeFile(join(context, "Broken"), "FROM scratch\nRUNN\n");
});

const problems = async (inputs: Partial<ImageInputs>): Promise<string[]> => {
  const complete = withDefaultSources({
    push: true,
    tags: ["localhost:5000/a:1"],
    context: { location: context },
    ...inputs,
  });
  return (await problemsOf(complete)).map(({ property, reason }) => `${property}: ${reason}`);
};

test("good inputs have no problem", async () => {
  expect(await problems({})).toEqual([]);
  expect(await problems({ platforms: ["linux/amd64", "linux/arm/v7"], cacheTo: [{ inline: {} }] })).toEqual([]);
  expect(await problems({ context: { location: "https://github.com/acme/app.git" } })).toEqual([]);
  expect(await problems({ dockerfile: { inline: "FROM scratch" } })).toEqual([]);
});

test.each<[string, Partial<ImageInputs>, RegExp]>([
  [
    "a context that is not there",
    { context: { location: "/no/such" } },
    /^context\.location: .*neither a folder nor a URL/,
  ],
  [
    "a named context that is not there",
    { context: { location: ".", named: { lib: { location: "/no" } } } },
    /context\.named\["lib"\]/,
  ],
  [
    "a Dockerfile that is not there",
    { dockerfile: { location: "/no/Dockerfile" } },
    /^dockerfile\.location: .*no such file/,
  ],
  [
    "an inline Dockerfile with a slip",
    { dockerfile: { inline: "FROM scratch\nRUNN x" } },
    /^dockerfile\.inline: line 2/,
  ],
  ["two Dockerfiles", { dockerfile: { inline: "FROM a", location: "b" } }, /^dockerfile: .*not both/],
  ["a tag that is no name", { tags: ["localhost:5000/App"] }, /^tags\[0\]: /],
  ["a platform that is none", { platforms: ["amd64"] }, /^platforms\[0\]: /],
  ["a cache of two types", { cacheFrom: [{ raw: "type=a", local: { src: "b" } }] }, /^cacheFrom\[0\]: /],
  ["a push to nowhere", { tags: [] }, /^push: .*needs a tag/],
  [
    "an exported push to nowhere",
    { push: false, tags: [], exports: [{ registry: {} }] },
    /^exports\[0\]: .*needs a tag/,
  ],
  ["loading into a daemon", { load: true }, /^load: .*no Docker daemon/],
])("%s is refused by its property", async (_, inputs, expected) => {
  expect((await problems(inputs)).filter((problem) => expected.test(problem))).toHaveLength(1);
});

test("a slip in a Dockerfile on disk is found without a builder", async () => {
  expect(await problems({ dockerfile: { location: join(context, "Broken") } })).toEqual([
    `dockerfile.location: ${join(context, "Broken")}: line 2: unknown instruction RUNN`,
  ]);
});

test("all problems are told at once", async () => {
  expect(await problems({ tags: ["A"], platforms: ["x"], load: true })).toHaveLength(3);
});
