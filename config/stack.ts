import { clustersOf, type ClusterConfig } from "./clusters.ts";
import { environmentDefaults } from "./defaults.ts";
import { observabilityOf } from "./observability.ts";
import { problems } from "./problems.ts";
import { referenceIssues } from "./references/index.ts";
import { stackSchema, type Parsed } from "./schema/index.ts";
import { secretValues } from "./secrets.ts";
import { completed, type ServiceConfig } from "./services.ts";
import { completedTask, type TaskConfig } from "./tasks.ts";

/** A stack file that holds: checked, and complete with defaults. */
export interface StackConfig extends Omit<
  Parsed,
  "cluster" | "clusters" | "env" | "observability" | "secrets" | "services" | "tasks"
> {
  clusters: ClusterConfig[];
  services: ServiceConfig[];
  tasks: TaskConfig[];
}

/** Either a stack that holds or every problem at once. */
export type ParsedStack = { ok: true; config: StackConfig } | { ok: false; problems: string[] };

/**
 * Checks the keys of a stack file (without their `slipway:` prefix) and fills in the defaults of its environment.
 *
 * @param stack name of the stack, for the commands in the error lines
 */
export function parseStack(input: Record<string, unknown>, stack: string): ParsedStack {
  const parsed = stackSchema.safeParse(input);
  const issues = [...(parsed.error?.issues ?? []), ...referenceIssues(input)];
  if (!parsed.success || issues.length > 0) return { ok: false, problems: problems(issues, input, stack) };

  const { cluster, clusters, env, secrets, observability, ...others } = parsed.data;
  const { replicas } = environmentDefaults[others.environment];
  const shared = { replicas, env, secrets: secretValues(secrets) };
  const services = others.services.map((service) => completed(service, shared));
  const tasks = others.tasks.map((task) => completedTask(task, shared));
  const monitoring = observabilityOf({ observability, environment: others.environment }, shared.secrets);
  const placed = clustersOf({ cluster, clusters, observability, monitoring, ...others }, services, tasks);
  return { ok: true, config: { ...others, services, tasks, clusters: placed } };
}
