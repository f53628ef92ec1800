import { expect, test } from "vitest";
import { diagnosis } from "../../../engine/doctor.ts";

test("a machine is well when no finding asks for a fix", () => {
  expect(diagnosis([{ subject: "node", state: "v24" }])).toEqual({ text: "ok       node  v24\n", healthy: true });
});

test("what is missing comes with the command that fixes it", () => {
  const { text, healthy } = diagnosis([
    { subject: "tools", state: "not built yet: etcd", fix: "make tools" },
    { subject: "node", state: "v24" },
  ]);
  expect(healthy).toBe(false);
  expect(text.split("\n")[0]).toBe("missing  tools  not built yet: etcd. Fix: make tools");
});
