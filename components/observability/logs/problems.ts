import { bytes } from "../../quantity.ts";
import { SMALLEST_QUEUE } from "./agent/queue.ts";
import { nameOf } from "./agent/sources.ts";
import type { LogsArgs } from "./args.ts";
import type { LokiArgs } from "./loki/args.ts";
import { lokiProblems } from "./loki/problems.ts";
import { patternProblems } from "./patterns.ts";
import { storeProblems } from "./store/problems.ts";

/** What only Loki does; the other stores have objects of their own for it. */
const LOKIS_OWN = ["retentionByNamespace", "retentionByLevel", "s3"] as const satisfies (keyof LokiArgs)[];

/** Everything that does not hold of the arguments, a sentence each. */
export function logsProblems(args: LogsArgs): string[] {
  const { services = [], redact = [], queueSize, elasticsearch, opensearch } = args;
  const store = elasticsearch ?? opensearch;
  return [
    ...twice(services.map(nameOf)),
    ...redact.flatMap(patternProblems),
    ...(queueSize === undefined || bytes(queueSize) >= bytes(SMALLEST_QUEUE)
      ? []
      : [`queueSize: ${queueSize} has no room for what a reader hands over at once; give at least ${SMALLEST_QUEUE}.`]),
    ...(elasticsearch && opensearch
      ? ["elasticsearch, opensearch: lines go to one store; leave one of them out."]
      : []),
    ...(store ? [...storeProblems(store), ...strayProblems(args)] : lokiProblems(args)),
  ];
}

function twice(names: readonly string[]): string[] {
  return names
    .filter((name, index) => names.indexOf(name) < index)
    .map((name) => `services: ${name} is there twice; leave one of them out.`);
}

function strayProblems(args: LogsArgs): string[] {
  return LOKIS_OWN.filter((name) => Object.keys(args[name] ?? {}).length > 0).map(
    (name) => `${name}: is Loki's, and another store takes the lines; leave one of them out.`,
  );
}
