import { expect, test } from "vitest";
import { environmentOf } from "../../../policies/crossguard/environment.ts";

test.each(["dev", "staging", "prod"])("%s, as the stack file says", (environment) => {
  expect(environmentOf(JSON.stringify({ "slipway:environment": environment }))).toBe(environment);
});

test.each([
  undefined,
  "",
  "{}",
  "not json",
  "null",
  "[]",
  '{"slipway:environment":"play"}',
  '{"slipway:environment":7}',
])("%j: prod, the strictest", (config) => {
  expect(environmentOf(config)).toBe("prod");
});
