import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyPath } from "../../../config/problems.ts";
import { parseStack } from "../../../config/stack.ts";

test("a path is written as `pulumi config set --path` takes it", () => {
  expect(propertyPath(["services", 0, "env", "LOG_LEVEL"])).toBe("slipway:services[0].env.LOG_LEVEL");
});

test("no input makes the checks throw, and whatever is refused is refused with a path", () => {
  const keys = fc.constantFrom("environment", "cluster", "images", "tenants", "services", "junk");
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue()), (input) => {
      const parsed = parseStack(input, "dev");
      expect(parsed.ok).toBe(false);
      for (const line of parsed.ok ? [] : parsed.problems)
        expect(line).toMatch(/^slipway:\w+.*: .+ Fix: pulumi config (set|rm) /);
    }),
  );
});
