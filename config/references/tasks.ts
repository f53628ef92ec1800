import { issue, quoted, type Issue } from "./issue.ts";
import { anything, entries, namesOf, text, texts } from "./lenient.ts";

const shape = {
  name: text,
  tenant: text,
  build: anything,
  image: anything,
  service: text,
  command: anything,
  args: anything,
  calls: texts,
};

/** What a task must agree on with the rest of the stack, and within itself. */
export function taskIssues(input: unknown): Issue[] {
  const services = namesOf(input, "services").filter((name) => name !== undefined);
  const tenants = [...new Set(namesOf(input, "tenants").filter((name) => name !== undefined))];
  return [
    ...takenNames(input, services),
    ...entries(input, "tasks", shape).flatMap((task, index) => {
      if (!task) return [];
      const path = ["tasks", index];
      const { tenant, service } = task;
      const issues: Issue[] = [];
      if (tenant !== undefined && !tenants.includes(tenant)) {
        issues.push(issue([...path, "tenant"], `a name under \`tenants\` (${quoted(tenants)})`, tenants[0]));
      }
      if ([task.build, task.image, service].filter((source) => source !== undefined).length !== 1) {
        issues.push(issue([...path, "image"], "exactly one of `build`, `image` and `service`"));
      }
      if (service !== undefined && !services.includes(service)) {
        issues.push(issue([...path, "service"], `a name under \`services\` (${quoted(services)})`, services[0]));
      } else if (service !== undefined && task.command === undefined && task.args === undefined) {
        const message = `\`command\` or \`args\`, or it would start the server of \`${service}\``;
        issues.push(issue([...path, "args"], message, ["migrate", "--up"]));
      }
      return [...issues, ...homeless(input, [...(task.calls ?? []), ...(service ? [service] : [])], path)];
    }),
  ];
}

/** Services, their migrations and tasks have their objects, and their pods' labels, by name. */
function takenNames(input: unknown, services: string[]): Issue[] {
  const migrating = entries(input, "services", { name: text, migration: anything });
  const migrations = migrating.flatMap((service) => (service?.migration ? [`${service.name}-migration`] : []));
  const clashes = (key: string, taken: string[]) =>
    namesOf(input, key).flatMap((name, index) =>
      name !== undefined && taken.includes(name)
        ? [issue([key, index, "name"], "a name that no service and no migration (`<service>-migration`) has")]
        : [],
    );
  return [...clashes("services", migrations), ...clashes("tasks", [...services, ...migrations])];
}

/** A task runs where all the services run that it names. */
function homeless(input: unknown, names: string[], path: PropertyKey[]): Issue[] {
  const clusters = entries(input, "clusters", { services: texts });
  const fits = clusters.some((cluster) => names.every((name) => cluster?.services?.includes(name) ?? true));
  if (fits || clusters.length === 0) return [];
  return [issue(path, `services of one cluster: ${quoted(names)} have none in common`)];
}
