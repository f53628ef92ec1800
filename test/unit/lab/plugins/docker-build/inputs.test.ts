import { expect, test } from "vitest";
import { known, readInputs } from "../../../../../lab/plugins/docker-build/inputs.ts";
import { UNKNOWN } from "../../../../../lab/plugins/protocol/values.ts";

test("a property that cannot be read is named by its path", () => {
  const { failures = [] } = readInputs({
    push: true,
    tags: "not a list",
    registries: [{ username: "me" }],
    network: "bridge",
  });
  expect(failures.map(({ property }) => property).sort()).toEqual(["network", "registries[0].address", "tags"]);
});

test("push is required, as the SDK has it; an unknown one is not missing", () => {
  expect(readInputs({}).failures?.map(({ property }) => property)).toEqual(["push"]);
  expect(readInputs({ push: UNKNOWN }).failures).toBeUndefined();
});

test("caches that only run elsewhere are refused by name instead of being silently left out", () => {
  const { failures = [] } = readInputs({ push: true, cacheTo: [{ s3: { bucket: "b" } }] });
  expect(failures).toEqual([
    expect.objectContaining({ property: "cacheTo[0]", reason: expect.stringContaining("s3") }),
  ]);
});

test("unknown values are left out wherever they are", () => {
  expect(known({ a: UNKNOWN, b: ["x", UNKNOWN, { c: UNKNOWN, d: 1 }], e: null })).toEqual({ b: ["x", { d: 1 }] });
});
