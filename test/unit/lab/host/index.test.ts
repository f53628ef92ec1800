import { expect, test, vi } from "vitest";
import { formatProblem, hostProblems, privilegeProblems } from "../../../../lab/host/index.ts";

test("another operating system is the only problem worth telling", async () => {
  const platform = vi.spyOn(process, "platform", "get").mockReturnValue("darwin");
  const problems = await hostProblems({ ports: [1], stateDirectory: "/" }).finally(() => platform.mockRestore());
  expect(problems.map(formatProblem)).toEqual([
    expect.stringMatching(/^- the lab needs Linux, and this is darwin\. Fix: /),
  ]);
});

test("a process without rights is told which ones and how to get them", () => {
  const [row, ...others] = privilegeProblems("CapEff:\t0000000000000000\n");
  expect(others).toEqual([]);
  expect(row?.what).toContain("CAP_SYS_ADMIN");
  expect(privilegeProblems("CapEff:\t000001ffffffffff\n")).toEqual([]);
});

test("missing Go is a row, not an exception", async () => {
  vi.stubEnv("PATH", "/nowhere");
  const problems = await hostProblems().finally(() => vi.unstubAllEnvs());
  expect(problems.filter(({ what }) => what.startsWith("Go, with which"))).toHaveLength(1);
});
