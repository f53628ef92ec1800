import { issue, misplacedKey, quoted, type Issue } from "./issue.ts";
import { entries, namesOf, text, texts } from "./lenient.ts";

/** Where the stack goes: one cluster or several, and each service to at least one of them. */
export function clusterIssues(input: unknown): Issue[] {
  const { cluster, clusters } = (input ?? {}) as Record<string, unknown>;
  if (cluster === undefined && clusters === undefined) {
    return [issue(["cluster", "context"], "exactly one of `cluster` and `clusters`", "lab")];
  }
  return [
    ...(cluster !== undefined && clusters !== undefined
      ? [misplacedKey(["cluster"], "stands beside `clusters`, and a stack has only one of them")]
      : []),
    ...ambiguousNames(input),
    ...strayServices(input),
  ];
}

/** `a` and `a-b` would both call something `a-b-c`: the service `b-c` of one, and `c` of the other. */
function ambiguousNames(input: unknown): Issue[] {
  const names = namesOf(input, "clusters");
  return names.flatMap((name, index) => {
    const shorter = names.find((other) => other !== undefined && name?.startsWith(`${other}-`));
    return shorter ? [issue(["clusters", index, "name"], `a name that does not begin with \`${shorter}-\``)] : [];
  });
}

function strayServices(input: unknown): Issue[] {
  const services = [...new Set(namesOf(input, "services").filter((name) => name !== undefined))];
  const clusters = entries(input, "clusters", { context: text, services: texts });
  const unknown = clusters.flatMap((cluster, index) =>
    (cluster?.services ?? []).flatMap((name, position) =>
      services.includes(name)
        ? []
        : [
            issue(
              ["clusters", index, "services", position],
              `a name under \`services\` (${quoted(services)})`,
              services[0],
            ),
          ],
    ),
  );
  const named = clusters.map((cluster) => cluster?.services);
  if (clusters.length === 0 || named.includes(undefined)) return unknown;
  const homeless = services.filter((name) => !named.some((list) => list?.includes(name)));
  const first = ["clusters", 0, "services"];
  return [
    ...unknown,
    ...homeless.map((name, n) =>
      issue([...first, (named[0]?.length ?? 0) + n], `\`${name}\`, which no cluster runs yet`, name),
    ),
  ];
}
