import { callIssues } from "./calls.ts";
import { clusterIssues } from "./clusters.ts";
import { configCentreIssues } from "./config-centre.ts";
import { containerIssues } from "./containers.ts";
import { fileIssues } from "./files.ts";
import type { Issue } from "./issue.ts";
import { duplicateNames } from "./names.ts";
import { observabilityIssues } from "./observability.ts";
import { routeIssues } from "./routes.ts";
import { secretIssues } from "./secrets.ts";
import { serviceIssues } from "./services.ts";
import { taskIssues } from "./tasks.ts";
import { workloadIssues } from "./workload.ts";

const checks: ((input: unknown) => Issue[])[] = [
  duplicateNames,
  clusterIssues,
  callIssues,
  serviceIssues,
  workloadIssues,
  containerIssues,
  fileIssues,
  configCentreIssues,
  secretIssues,
  routeIssues,
  observabilityIssues,
  taskIssues,
];

/**
 * What must hold between keys, checked apart from the schema: zod leaves its own cross checks out as soon as any field
 * is wrong, and a user wants every problem at once.
 */
export function referenceIssues(input: unknown): Issue[] {
  return checks.flatMap((check) => check(input));
}
