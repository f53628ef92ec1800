import { z } from "zod";
import { issue, quoted, type Issue } from "./issue.ts";
import { entries, namesOf, text, texts } from "./lenient.ts";

/** Who may call: lists of the stack file whose entries have `calls`. */
const CALLERS = ["services", "tasks"];

const callerShape = { name: text, calls: z.array(z.unknown()).optional().catch(undefined) };

/** Whoever is called must be a service of the stack, and run wherever its caller runs. */
export function callIssues(input: unknown): Issue[] {
  const services = [...new Set(namesOf(input, "services").filter((name) => name !== undefined))];
  const clusters = entries(input, "clusters", { name: text, services: texts });
  const runsOn = (name: string) =>
    clusters.flatMap((cluster) => (cluster?.services?.includes(name) === false ? [] : [cluster?.name ?? ""]));

  return CALLERS.flatMap((key) =>
    entries(input, key, callerShape).flatMap((caller, index) =>
      (caller?.calls ?? []).flatMap((called, position) => {
        const path = [key, index, "calls", position];
        if (typeof called !== "string") return [];
        if (!services.includes(called)) {
          return [issue(path, `a name under \`services\` (${quoted(services)})`, services[0])];
        }
        const missing = runsOn(caller?.name ?? "").filter((cluster) => !runsOn(called).includes(cluster));
        return missing.length > 0
          ? [issue(path, `a service that runs on ${quoted(missing)} as well, where \`${caller?.name}\` runs`)]
          : [];
      }),
    ),
  );
}
