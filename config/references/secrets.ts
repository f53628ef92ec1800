import { z } from "zod";
import { configCentres } from "../config-centres.ts";
import { propertyPath } from "../problems.ts";
import { issue, misplacedKey, quoted, type Issue } from "./issue.ts";
import { anything, entries, mapAt, text } from "./lenient.ts";

const reference = z.object({ name: text, key: text, as: text }).optional().catch(undefined);
const shape = {
  env: z.record(z.string(), anything).catch({}),
  secrets: z.array(reference).catch([]),
  configCentre: z.object({ kind: text, passwordKey: text }).optional().catch(undefined),
};

/** Keys without a value, values that nobody uses, and variables that a secret and something else would both set. */
export function secretIssues(input: unknown): Issue[] {
  const { secrets } = (input ?? {}) as { secrets?: unknown };
  const known = typeof secrets === "object" && secrets !== null && !Array.isArray(secrets) ? Object.keys(secrets) : [];
  const uses = usedKeys(input);
  const used = new Map(uses.map(({ path, key }) => [key, propertyPath(path)]));
  const others = known.length > 0 ? ` (there are ${quoted(known)})` : "";
  return [
    ...[...used]
      .filter(([key]) => !known.includes(key))
      .map(([key, by]) => issue(["secrets", key], `an encrypted value, which ${by} asks for${others}`)),
    ...known
      .filter((key) => !used.has(key))
      .map((key) => misplacedKey(["secrets", key], "is used by no service or task, nor by the monitoring")),
    ...takenVariables(input),
  ];
}

/** Every place of a stack file that names a secret. */
function usedKeys(input: unknown): { path: PropertyKey[]; key: string }[] {
  const { adminPassword } = mapAt(mapAt(input, "observability"), "dashboards");
  const key = typeof adminPassword === "string" ? adminPassword : undefined;
  const ofGrafana = { path: ["observability", "dashboards", "adminPassword"], key };
  return [...keysOfEntries(input), ofGrafana].flatMap((use) =>
    use.key === undefined ? [] : [{ ...use, key: use.key }],
  );
}

function keysOfEntries(input: unknown): { path: PropertyKey[]; key: string | undefined }[] {
  return entriesOf(input).flatMap(({ path, entry: service }) => {
    const centre = { path: [...path, "configCentre", "passwordKey"], key: service?.configCentre?.passwordKey };
    const own = (service?.secrets ?? []).map((secret, n) => ({
      path: [...path, "secrets", n, "key"],
      key: secret?.key,
    }));
    return [...own, centre];
  });
}

/** Services and tasks, with where they stand. */
function entriesOf(input: unknown) {
  return ["services", "tasks"].flatMap((key) =>
    entries(input, key, shape).map((entry, index) => ({ path: [key, index], entry })),
  );
}

function takenVariables(input: unknown): Issue[] {
  const shared = Object.keys(shape.env.parse((input as { env?: unknown } | null)?.env));
  return entriesOf(input).flatMap(({ path, entry: service }) => {
    const variables = new Set([...shared, ...Object.keys(service?.env ?? {})]);
    // One name, one value: it is also the key in the Secret of the service.
    const names = new Set(credentialOf(service?.configCentre));
    return (service?.secrets ?? []).flatMap((secret, n) => {
      if (secret?.name === undefined) return [];
      const variable = secret.as === "env" ? secret.name : `${secret.name}_FILE`;
      const clash = variables.has(variable) || names.has(secret.name);
      names.add(secret.name);
      return clash
        ? [issue([...path, "secrets", n, "name"], `a name that is not taken, nor its variable \`${variable}\``)]
        : [];
    });
  });
}

/** What a centre's password is called. */
function credentialOf({ kind, passwordKey }: { kind?: string; passwordKey?: string } = {}): string[] {
  if (passwordKey === undefined || (kind !== "nacos" && kind !== "apollo")) return [];
  return [configCentres[kind].credential];
}
