import { expect, test } from "vitest";
import { judge } from "../../policies/judge.ts";
import { toResource } from "../../policies/evaluate.ts";
import { rule as isPinned } from "../../policies/rules/image/image-digest-pinned.ts";
import { rule } from "../../policies/rules/image/image-registry-mirror.ts";
import { settingsIn } from "../../policies/settings.ts";
import { Stack } from "../../policies/stack.ts";
import { container } from "./pod-trials.ts";
import { UNKNOWN } from "./pods.ts";

const config = (images: object) => JSON.stringify({ "slipway:images": JSON.stringify(images) });

test("with a mirror, images come from there and from the registry that the stack builds to", () => {
  expect(settingsIn(config({ registry: "r/slipway", mirror: "m" }))).toEqual({ registries: ["m", "r/slipway"] });
});

test("with a bundle the stack builds nothing, and images come from the mirror alone", () => {
  expect(settingsIn(config({ registry: "r", mirror: "m", bundle: "b.json" }))).toEqual({ registries: ["m"] });
});

test.each([undefined, "", "{}", "not json", '{"slipway:images":"no"}', config({ registry: "r" })])(
  "%j: no mirror, images come from anywhere",
  (text) => expect(settingsIn(text)).toEqual({}),
);

test("without a mirror an image that is not known yet is nothing to tell", () => {
  const stack = new Stack([toResource(container({ image: UNKNOWN }))]);
  expect(judge(rule, stack)).toMatchObject({ passed: 1, violations: [], undetermined: [] });
});

test("a tag that the update will ask a digest for is not known yet; one that has been asked for, or never will be, is a tag", () => {
  const verdict = (settings: object) =>
    judge(isPinned, new Stack([toResource(container({ image: "a/b:1" }))], settings));
  expect(verdict({ unresolved: true })).toMatchObject({ violations: [], undetermined: [{}] });
  expect(verdict({})).toMatchObject({ violations: [{}], undetermined: [] });
});
