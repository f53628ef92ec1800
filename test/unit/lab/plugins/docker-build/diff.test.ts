import { expect, test } from "vitest";
import { differencesOf } from "../../../../../lab/plugins/docker-build/diff.ts";
import { UNKNOWN, type ValueMap } from "../../../../../lab/plugins/protocol/values.ts";

const inputs: ValueMap = {
  push: true,
  tags: ["localhost:5000/a:1"],
  context: { location: "app" },
  buildArgs: { VERSION: "1" },
  secrets: { token: "one", key: "k" },
  registries: [{ address: "ghcr.io", username: "me", password: "one" }],
};
const state: ValueMap = { ...inputs, contextHash: "h", digest: "sha256:1", ref: "r" };
const changed = (change: ValueMap, hash: string | undefined = "h"): string[] =>
  differencesOf(state, { ...inputs, ...change }, hash).map(
    ({ path, kind, replace }) => `${kind} ${path.join(".")}${replace ? "!" : ""}`,
  );

test("nothing changed, no difference", () => {
  expect(changed({})).toEqual([]);
});

test.each<[string, ValueMap, string]>([
  ["tags", { tags: ["localhost:5000/a:2"] }, "update tags"],
  ["build arguments", { buildArgs: { VERSION: "2" } }, "update buildArgs"],
  ["platforms", { platforms: ["linux/arm64"] }, "add platforms"],
  ["a secret", { secrets: { token: "two", key: "k" } }, "update secrets"],
  ["a user", { registries: [{ address: "ghcr.io", username: "you", password: "one" }] }, "update registries"],
  ["what is not known yet", { tags: [UNKNOWN] }, "update tags"],
])("%s: an update, never a replacement", (_, change, expected) => {
  expect(changed(change)).toEqual([expected]);
});

test("changed sources are a difference, and so are sources not known yet", () => {
  expect(changed({}, "other")).toEqual(["update contextHash"]);
  expect(differencesOf(state, inputs, undefined).map(({ path }) => path.join("."))).toEqual(["contextHash"]);
});

test("a password that changed is none: it does not change the image", () => {
  expect(changed({ registries: [{ address: "ghcr.io", username: "me", password: "two" }] })).toEqual([]);
});

test("secrets on the ignore list may change, but not come or go", () => {
  const ignoreSecretsInDiffCalculation = ["token"];
  expect(changed({ ignoreSecretsInDiffCalculation, secrets: { token: "two", key: "k" } })).toEqual([]);
  expect(changed({ ignoreSecretsInDiffCalculation, secrets: { token: "one", key: "other" } })).toEqual([
    "update secrets",
  ]);
  expect(changed({ ignoreSecretsInDiffCalculation, secrets: { key: "k" } })).toEqual(["update secrets"]);
});

test("with pull, the base is looked at every time", () => {
  expect(changed({ pull: true })).toContain("update contextHash");
});

test("false, nothing and an empty list are the same", () => {
  expect(changed({ load: false, platforms: [], target: "" })).toEqual([]);
});
