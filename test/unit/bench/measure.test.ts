import { expect, test } from "vitest";
import { alternate } from "../../../bench/measure.ts";
import { lineProgress } from "../../../lab/progress.ts";

const silent = lineProgress({ write: () => undefined });

test("contenders take turns, and the rounds that warm up are not counted", async () => {
  const ran: string[] = [];
  const contender = (name: string) => ({ name, run: () => Promise.resolve(void ran.push(name)) });
  const timings = await alternate([contender("a"), contender("b")], { rounds: 2, warmUp: 1 }, silent);

  expect(ran.join("")).toBe("ababab");
  expect([...timings].map(([name, seconds]) => [name, seconds.length])).toEqual([
    ["a", 2],
    ["b", 2],
  ]);
});

test("a contender's whole time is measured, in seconds", async () => {
  const run = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
  const [seconds] = (await alternate([{ name: "sleeper", run }], { rounds: 1, warmUp: 0 }, silent)).values();
  expect(seconds![0]).toBeGreaterThanOrEqual(0.049);
  expect(seconds![0]).toBeLessThan(5);
});

test("a contender that fails ends the benchmark: its time would mean nothing", async () => {
  const run = () => Promise.reject(new Error("preview failed"));
  await expect(alternate([{ name: "a", run }], { rounds: 3, warmUp: 0 }, silent)).rejects.toThrow("preview failed");
});
