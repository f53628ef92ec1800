import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** Results of one suite; vitest writes them as JSON, `go test -v` as lines. */
interface Counts {
  passed: number;
  failed: number;
}

const RESULTS = "dist/test";

const readers: Record<string, (text: string) => Counts> = {
  ".json": (text) => {
    const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(text) as Record<string, number>;
    // A suite that cannot even load has no failed test, and must not count as nothing.
    const failed = Math.max(numFailedTests ?? 0, numFailedTestSuites ?? 0, success ? 0 : 1);
    return { passed: numPassedTests ?? 0, failed };
  },
  ".txt": (text) => ({ passed: count(text, /^\s*--- PASS/gm), failed: count(text, /^(\s*--- FAIL|FAIL\t)/gm) }),
};

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

let [passed, failed] = [0, 0];
for (const file of readdirSync(RESULTS)) {
  const counts = readers[extname(file)]?.(readFileSync(join(RESULTS, file), "utf8"));
  passed += counts?.passed ?? 0;
  failed += counts?.failed ?? 0;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0) process.exitCode = 1;
