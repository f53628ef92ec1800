import fc from "fast-check";
import { expect, test } from "vitest";
import { demandsOf, requireRoom, shortages } from "../../../../lab/tools/disk.ts";
import { tool } from "./fixture.ts";

const megabytes = fc.integer({ min: 0, max: 100_000 });
const room = (free: number) => () => ({ device: 1, megabytes: free });

/** Sizes of tools, modules left out: each with its own modules of 7 MB. */
const toolsOf = (sizes: [build: number, binaries: number][]) =>
  sizes.map(([build, binaries]) => ({ ...tool, disk: { modules: 7, build, binaries } }));

test("the peak is at the tool whose compilation, doubled, comes on top of all before it", () => {
  expect(
    demandsOf(
      toolsOf([
        [10, 1],
        [100, 2],
        [20, 3],
      ]),
      "/cache",
      "/modules",
    ),
  ).toEqual([
    { path: "/cache", megabytes: 10 + 1 + 2 * 100 + 2 },
    { path: "/modules", megabytes: 21 },
  ]);
});

test("the peak covers what is there in the end, and any single tool", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(megabytes, megabytes)), (sizes) => {
      const peak = demandsOf(toolsOf(sizes), "/cache", "/modules")[0]!.megabytes;
      expect(peak).toBeGreaterThanOrEqual(sizes.flat().reduce((total, size) => total + size, 0));
      for (const [build, binaries] of sizes) expect(peak).toBeGreaterThanOrEqual(2 * build + binaries);
    }),
  );
});

test("demands on one file system add up; on two, each has its own", () => {
  fc.assert(
    fc.property(megabytes, megabytes, megabytes, (cache, modules, free) => {
      const demands = [
        { path: "/cache", megabytes: cache },
        { path: "/modules", megabytes: modules },
      ];
      expect(shortages(demands, room(free)).length > 0).toBe(free < cache + modules + 1_000);
      const apart = (path: string) => ({ device: path === "/cache" ? 1 : 2, megabytes: free });
      const short = [cache, modules].filter((each) => free < each + 1_000);
      expect(shortages(demands, apart)).toHaveLength(short.length);
    }),
  );
});

test("whatever is short, making that much room is enough", () => {
  fc.assert(
    fc.property(fc.array(megabytes, { minLength: 1 }), megabytes, (needs, free) => {
      const demands = needs.map((need) => ({ path: "/", megabytes: need }));
      for (const { needed, free: had } of shortages(demands, room(free))) {
        expect(shortages(demands, room(free + needed - had))).toEqual([]);
      }
    }),
  );
});

test("a full disk is refused with what is needed, what is free and what is missing", async () => {
  const absent = `${process.cwd()}/does/not/exist/yet`;
  const refused = requireRoom([{ path: absent, megabytes: 1e9 }], "Building etcd");
  await expect(refused).rejects.toThrow(
    /^Building etcd needs 1000001\.0 GB of disk below .*\/exist\/yet, and [\d.]+ GB are free: make room for [\d.]+ GB/,
  );
});
