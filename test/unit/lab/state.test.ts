import { expect, test } from "vitest";
import { LabError } from "../../../lab/error.ts";
import { stateAt, stateRoot } from "../../../lab/state.ts";

test("the state directory is what the user says, or the desktop standard's", () => {
  expect(stateRoot({ SLIPWAY_LAB_STATE: "/s", XDG_STATE_HOME: "/x" })).toBe("/s");
  expect(stateRoot({ XDG_STATE_HOME: "/x" })).toBe("/x/slipway/lab");
  expect(stateRoot({ SLIPWAY_LAB_STATE: "", XDG_STATE_HOME: "" })).toMatch(/\/\.local\/state\/slipway\/lab$/);
});

test("a path that no Unix socket can have is refused with the way out, one that just fits is not", () => {
  const socket = "/run/buildkitd.sock";
  const longest = `/${"x".repeat(107 - socket.length - 1)}`;
  expect(stateAt(longest).buildkitSocket).toHaveLength(107);
  expect(() => stateAt(`${longest}x`)).toThrow(LabError);
  expect(() => stateAt(`${longest}x`)).toThrow(/SLIPWAY_LAB_STATE/);
});

test("everything that a lab keeps lies below its state directory", () => {
  for (const path of Object.values<string>({ ...stateAt("/s") })) expect(path).toMatch(/^\/s(\/|$)/);
});
