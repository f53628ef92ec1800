import { expect, test } from "vitest";
import type { ProcessPart } from "../../../../lab/parts/part.ts";
import { fingerprint } from "../../../../lab/process/start.ts";
import { paperLab } from "../lab.fixture.ts";

const part: ProcessPart = {
  name: "p",
  tool: "etcd",
  after: [],
  command: () => ["/tools/p", "--a"],
  files: () => ({ "p.yaml": "x: 1" }),
  ready: () => Promise.resolve(true),
};
const changes: Partial<ProcessPart>[] = [
  { command: () => ["/tools/p", "--b"] },
  { files: () => ({ "p.yaml": "x: 2" }) },
  { files: undefined },
  { hostNetwork: true },
];

test("the same part has the same fingerprint", () => {
  expect(fingerprint({ ...part }, paperLab)).toBe(fingerprint(part, paperLab));
});

test.each(changes)("a change of how it runs is seen: %o", (change) => {
  expect(fingerprint({ ...part, ...change }, paperLab)).not.toBe(fingerprint(part, paperLab));
});
