import { expect, test } from "vitest";
import { formatStatus, formatUptime } from "../../../../lab/commands/table.ts";

test.each([
  [0.9, "0s"],
  [59.9, "59s"],
  [60, "1m0s"],
  [3_599, "59m59s"],
  [3_600, "1h0m"],
  [86_399, "23h59m"],
  [90_061, "1d1h"],
])("%d seconds are %s", (seconds, text) => {
  expect(formatUptime(seconds)).toBe(text);
});

test("columns line up, and what is not known is a dash", () => {
  expect(
    formatStatus([
      { name: "etcd", state: "ready", pid: 7, uptime: 61, memory: 44.4 * 2 ** 20 },
      { name: "kube-apiserver", state: "down" },
    ]),
  ).toBe(
    [
      "PART            STATE  PID  UPTIME  MEMORY",
      "etcd            ready  7    1m1s    44 MiB",
      "kube-apiserver  down   -    -       -",
    ].join("\n"),
  );
});
