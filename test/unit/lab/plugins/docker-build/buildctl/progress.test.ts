import { expect, test } from "vitest";
import { BuildProgress } from "../../../../../../lab/plugins/docker-build/buildctl/progress.ts";

function follow(reports: (object | string)[]): { progress: BuildProgress; statuses: string[]; warnings: string[] } {
  const statuses: string[] = [];
  const warnings: string[] = [];
  const progress = new BuildProgress({
    onStatus: (text) => statuses.push(text),
    onWarning: (text) => warnings.push(text),
  });
  for (const report of reports) progress.accept(typeof report === "string" ? report : JSON.stringify(report));
  return { progress, statuses, warnings };
}
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const run = { digest: "d1", name: "[2/2] RUN make", started: "t" };

test("steps are told once as they begin, the builder's own bookkeeping is not, and what a step says goes with its name", () => {
  const { statuses } = follow([
    { vertexes: [{ digest: "d0", name: "[internal] load .dockerignore", started: "t" }] },
    { vertexes: [{ digest: "d1", name: run.name }] },
    { vertexes: [run] },
    { vertexes: [{ ...run, completed: "t" }] },
    { logs: [{ vertex: "d1", data: base64("compiling\nlinking\n") }] },
  ]);
  expect(statuses).toEqual(["[2/2] RUN make", "[2/2] RUN make | linking"]);
});

test("a failure names the step that failed, its exit code and its last lines, not those of the steps it cancelled", () => {
  const { progress } = follow([
    { vertexes: [run, { digest: "d2", name: "other", started: "t" }] },
    {
      logs: [
        { vertex: "d1", data: base64(`${"noise\n".repeat(50)}undefined: `) },
        { vertex: "d2", data: base64("fine\n") },
      ],
    },
    { logs: [{ vertex: "d1", data: base64("fooBar\n") }] },
    { vertexes: [{ ...run, error: 'process "/bin/sh -c make" did not complete successfully: exit code: 2' }] },
    { vertexes: [{ digest: "d2", name: "other", started: "t", error: "context canceled" }] },
    'error: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
  ]);
  const lines = progress.failure().split("\n");
  expect(lines[0]).toBe("step [2/2] RUN make: exit code 2; its last lines:");
  expect(lines.at(-1)).toBe("  undefined: fooBar");
  expect(lines).toHaveLength(21);
});

test("when no step failed, buildctl's own words are the reason", () => {
  expect(follow(["error: failed to solve: golang:9.9: not found"]).progress.failure()).toBe("golang:9.9: not found");
  expect(follow([]).progress.failure()).toBe("the builder gave no reason");
});

test("warnings of the Dockerfile are passed on", () => {
  expect(follow([{ warnings: [{ short: base64("SecretsUsedInArgOrEnv: (line 3)") }] }]).warnings).toEqual([
    "SecretsUsedInArgOrEnv: (line 3)",
  ]);
});
