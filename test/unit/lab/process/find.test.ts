import { expect, test } from "vitest";
import { identify } from "../../../../lab/process/find.ts";

const environ = (pid: number) =>
  [
    "PATH=/bin",
    "SLIPWAY_LAB_PART=etcd",
    "SLIPWAY_LAB_STATE=/s",
    "SLIPWAY_LAB_FINGERPRINT=f00",
    `SLIPWAY_LAB_PID=${pid}`,
    "",
  ].join("\0");

test("a process that carries its own pid is the part", () => {
  expect(identify(7, environ(7))).toEqual({ part: "etcd", pid: 7, state: "/s", fingerprint: "f00" });
});

test("what a part started has inherited its environment, and is not it", () => {
  expect(identify(8, environ(7))).toBeUndefined();
});

test("a process of somebody else is no part", () => {
  expect(identify(7, "PATH=/bin\0SLIPWAY_LAB_STATE=/s\0")).toBeUndefined();
  expect(identify(7, "")).toBeUndefined();
});
