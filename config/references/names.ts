import { issue, type Issue } from "./issue.ts";
import { namesOf } from "./lenient.ts";

/** Lists whose entries are told apart by name. */
const NAMED = ["tenants", "clusters", "services", "tasks"];

export function duplicateNames(input: unknown): Issue[] {
  return NAMED.flatMap((key) => {
    const names = namesOf(input, key);
    return names.flatMap((name, index) =>
      name && names.indexOf(name) !== index ? [issue([key, index, "name"], "a name that is not taken")] : [],
    );
  });
}
