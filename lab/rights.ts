import { readFileSync } from "node:fs";
import { LabError } from "./error.ts";
import { formatProblem, hostProblems, privilegeProblems } from "./host/index.ts";

/**
 * What looking at the lab takes already, and taking it down: Linux, and the rights to see all of its processes.
 * @throws LabError with the way out
 */
export async function requireRights(): Promise<void> {
  const isLinux = process.platform === "linux";
  const problems = isLinux ? privilegeProblems(readFileSync("/proc/self/status", "utf8")) : await hostProblems();
  if (problems.length > 0) throw new LabError(problems.map(formatProblem).join("\n"));
}
