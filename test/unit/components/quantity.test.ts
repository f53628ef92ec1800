import fc from "fast-check";
import { expect, test } from "vitest";
import { byteQuantity, bytes, cpuQuantity, millicores } from "../../../components/quantity.ts";

test("what is written is read back as it was", () => {
  fc.assert(
    fc.property(fc.nat(1e9), (amount) => {
      expect(millicores(cpuQuantity(amount))).toBe(amount);
      expect(bytes(byteQuantity(amount))).toBe(amount);
      expect(bytes(byteQuantity(amount * 2 ** 20))).toBe(amount * 2 ** 20);
    }),
  );
});

test.each([
  ["1", 1000],
  ["0.57", 570],
  ["1.5", 1500],
  ["0.0001", 1],
])("%s CPU is %i millicores", (quantity, amount) => {
  expect(millicores(quantity)).toBe(amount);
});

test.each([
  ["1Ki", 1024],
  ["1k", 1000],
  ["1.5Gi", 1.5 * 2 ** 30],
  ["2T", 2e12],
  ["512", 512],
])("%s is %i bytes", (quantity, amount) => {
  expect(bytes(quantity)).toBe(amount);
});

test("takes the largest binary unit that is exact", () => {
  expect([0, 1000, 2048, 2 ** 30, 1.5 * 2 ** 30].map(byteQuantity)).toEqual(["0", "1000", "2Ki", "1Gi", "1536Mi"]);
});

test.each(["", "x", "1 Gi", "-1", "1gi", "Mi"])("refuses %o", (quantity) => {
  expect(() => bytes(quantity)).toThrow(`"${quantity}" is no quantity`);
});
