import { expect, test } from "vitest";
import { isNamespace } from "../../../policies/kubernetes/namespace.ts";
import { Field } from "../../../policies/values/field.ts";
import { UNKNOWN } from "../pods.ts";

const same = (one: unknown, other: unknown) => {
  const fields = new Field({ one, other });
  return isNamespace(fields.at("one"), fields.at("other"));
};

test.each<[unknown, unknown, boolean | "unknown"]>([
  ["shop", "shop", true],
  ["shop", "other", false],
  [undefined, undefined, true],
  [undefined, "default", true],
  [undefined, "shop", false],
  [UNKNOWN, "shop", "unknown"],
  [undefined, UNKNOWN, "unknown"],
])("%j and %j: %s", (one, other, expected) => {
  expect(same(one, other)).toBe(expected);
});
