import fc from "fast-check";
import { expect, test } from "vitest";
import { startInOrder, stopOrder, type Ordered } from "../../../../lab/parts/order.ts";

/** Parts of which each waits for some of those before it, in any order of rows. */
const arbitraryParts: fc.Arbitrary<Ordered[]> = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((rows) =>
    rows.map((needs, index) => ({
      name: `p${index}`,
      after: index === 0 ? [] : [...new Set(needs.map((need) => `p${need % index}`))],
    })),
  )
  .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));

test("each part starts once, after all that it waits for are done", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryParts, async (parts) => {
      const done: string[] = [];
      await startInOrder(parts, async ({ name, after }) => {
        expect(done).toEqual(expect.arrayContaining([...after]));
        await Promise.resolve();
        done.push(name);
      });
      expect(done.sort()).toEqual(parts.map(({ name }) => name).sort());
    }),
  );
});

test("parts that wait for nobody run side by side", async () => {
  const begun: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const all = startInOrder(
    [
      { name: "a", after: [] },
      { name: "b", after: [] },
    ],
    async ({ name }) => {
      begun.push(name);
      if (begun.length === 2) release();
      await gate;
    },
  );
  await all;
  expect(begun).toHaveLength(2);
});

test("after a failure nothing more starts, what has begun may end, and the first failure is told", async () => {
  const ended: string[] = [];
  const rows = [
    { name: "bad", after: [] },
    { name: "slow", after: [] },
    { name: "next", after: ["bad"] },
  ];
  const all = startInOrder(rows, async ({ name }) => {
    if (name === "bad") throw new Error("bad broke");
    await new Promise((resolve) => setTimeout(resolve, 20));
    ended.push(name);
  });
  await expect(all).rejects.toThrow("bad broke");
  expect(ended).toEqual(["slow"]);
});

test("nobody is stopped while another still needs it", () => {
  fc.assert(
    fc.property(arbitraryParts, (parts) => {
      const order = stopOrder(parts).map(({ name }) => name);
      expect([...order].sort()).toEqual(parts.map(({ name }) => name).sort());
      for (const { name, after } of parts) {
        for (const need of after) expect(order.indexOf(need)).toBeGreaterThan(order.indexOf(name));
      }
    }),
  );
});

test("a circle and an unknown name are defects that name the parts", () => {
  const circle = [
    { name: "a", after: ["b"] },
    { name: "b", after: ["a"] },
  ];
  expect(() => stopOrder(circle)).toThrow("a → b → a");
  expect(() => stopOrder([{ name: "a", after: ["z"] }])).toThrow("a waits for z");
});
