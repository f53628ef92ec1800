import { clusterIssues } from "./clusters.ts";
import type { Issue } from "./issue.ts";
import { duplicateNames } from "./names.ts";
import { serviceIssues } from "./services.ts";

const checks: ((input: unknown) => Issue[])[] = [duplicateNames, clusterIssues, serviceIssues];

/**
 * What must hold between keys, checked apart from the schema: zod leaves its own cross checks out as soon as any field
 * is wrong, and a user wants every problem at once.
 */
export function referenceIssues(input: unknown): Issue[] {
  return checks.flatMap((check) => check(input));
}
