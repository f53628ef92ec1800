import { expect, test } from "vitest";
import { isPositiveQuantity } from "../../../policies/kubernetes/quantity.ts";

test.each(["1", "0.5", ".5", "5.", "+1", "100m", "64Mi", "1e3", "1E3", "12E", "2Gi", "1k", 1, 0.5])(
  "%j is",
  (value) => {
    expect(isPositiveQuantity(value)).toBe(true);
  },
);

test.each([
  "0",
  "0.00",
  "0Mi",
  "0e9",
  "-1",
  "",
  " 1",
  "1 Gi",
  "1gi",
  "1GB",
  "Gi",
  ".",
  "1e",
  0,
  -1,
  NaN,
  true,
  null,
  undefined,
  {},
])("%j is not", (value) => {
  expect(isPositiveQuantity(value)).toBe(false);
});
