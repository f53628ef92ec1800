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

test("CPU is written as the API server keeps it, so that a second up finds nothing to change", () => {
  expect([0, 250, 1000, 1500, 2000].map(cpuQuantity)).toEqual(["0m", "250m", "1", "1500m", "2"]);
});

test("a quantity is rounded up to the next whole number, and to no other, whatever its digits and suffix", () => {
  const suffixes: [string, bigint, bigint][] = [
    ["", 1n, 1n],
    ["m", 1n, 1000n],
    ["k", 1000n, 1n],
    ["M", 1000n ** 2n, 1n],
    ["G", 1000n ** 3n, 1n],
    ["Ki", 1024n, 1n],
    ["Mi", 1024n ** 2n, 1n],
    ["Gi", 1024n ** 3n, 1n],
  ];
  const digits = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(fc.nat(999_999), digits, fc.constantFrom(...suffixes), (number, decimals, [suffix, times, by]) => {
      const padded = String(number).padStart(decimals + 1, "0");
      const point = padded.length - decimals;
      const text = `${padded.slice(0, point)}${decimals > 0 ? "." : ""}${padded.slice(point)}${suffix}`;
      // The quantity is above / below, in whole numbers; n is its ceiling where n - 1 < above / below <= n.
      const [above, below] = [BigInt(number) * times, 10n ** BigInt(decimals) * by];
      for (const [read, unit] of [
        [bytes, 1n],
        [millicores, 1000n],
      ] as const) {
        const n = BigInt(read(text));
        expect(above * unit <= n * below && (n - 1n) * below < above * unit, text).toBe(true);
      }
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
