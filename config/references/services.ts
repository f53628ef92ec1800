import { issue, quoted, type Issue } from "./issue.ts";
import { anything, entries, namesOf, text } from "./lenient.ts";

const shape = {
  tenant: text,
  build: anything,
  image: anything,
};

/** What a service must agree on with its tenant, and within itself. */
export function serviceIssues(input: unknown): Issue[] {
  const tenants = [...new Set(namesOf(input, "tenants").filter((name) => name !== undefined))];
  return entries(input, "services", shape).flatMap((service, index) => {
    if (!service) return [];
    const { tenant, build, image } = service;
    const path = ["services", index];
    const issues: Issue[] = [];
    if (tenant !== undefined && !tenants.includes(tenant)) {
      const known = tenants.length > 0 ? ` (${quoted(tenants)})` : "";
      issues.push(issue([...path, "tenant"], `a name under \`tenants\`${known}`, tenants[0]));
    }
    if ((build === undefined) === (image === undefined)) {
      issues.push(issue([...path, "build"], "exactly one of `build` and `image`", { context: "services/orders" }));
    }
    return issues;
  });
}
