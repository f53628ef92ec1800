import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { formatElapsed, lineProgress } from "../../../lab/progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recorded(isTTY: boolean) {
  const written: string[] = [];
  return { written, progress: lineProgress({ isTTY, write: (text) => written.push(text) }) };
}

test("in a log a step is a line at its start and its end, and one every 30 s between", () => {
  const { written, progress } = recorded(false);
  const step = progress.step("etcd: downloading");
  vi.advanceTimersByTime(29_000);
  step.say("etcd: compiling");
  vi.advanceTimersByTime(31_000);
  step.end("etcd: built");
  vi.advanceTimersByTime(60_000);
  expect(written).toEqual([
    "etcd: downloading\n",
    "etcd: compiling 30 s\n",
    "etcd: compiling 1 min 0 s\n",
    "etcd: built 1 min 0 s\n",
  ]);
});

test("on a terminal one line is rewritten each second, and stays when the step is over", () => {
  const { written, progress } = recorded(true);
  const step = progress.step("etcd: compiling");
  vi.advanceTimersByTime(3_000);
  step.end("etcd: built");
  expect(written).toHaveLength(5);
  expect(written.every((text) => text.startsWith("\r"))).toBe(true);
  expect(written.filter((text) => text.endsWith("\n"))).toEqual([expect.stringContaining("etcd: built 3.0 s")]);
});

test.each([
  [40, "0.0 s"],
  [9_949, "9.9 s"],
  [9_950, "10 s"],
  [59_499, "59 s"],
  [59_500, "1 min 0 s"],
  [266_000, "4 min 26 s"],
])("%i ms reads as %s", (milliseconds, text) => {
  expect(formatElapsed(milliseconds)).toBe(text);
});
