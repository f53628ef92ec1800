import { RunError } from "@pulumi/pulumi/errors.js";
import { readStack } from "../config/index.ts";
import { readStackFile } from "../offline/stack-file.ts";

/** Context of the cluster that this checkout brings along. */
const LAB = "lab";

/** A cluster of a stack. */
export interface TargetCluster {
  /** Context of the kubeconfig. */
  context: string;
  onLab: boolean;
  /** What the names of its outputs begin with. */
  prefix: string;
  /** Names of its services among the outputs of the stack. */
  services: string[];
  /** Namespaces of its tenants and of its monitoring. */
  namespaces: string[];
}

/** Which kubeconfig and state a stack needs. */
export interface Whereabouts {
  clusters: Pick<TargetCluster, "onLab">[];
  /** Whether any of them is the lab, which is then started for it. */
  onLab: boolean;
}

/** A stack that the engine is to work on. */
export interface Target extends Whereabouts {
  stack: string;
  /** The stack's file in the checkout. */
  file: string;
  environment: string;
  /** The clusters that it goes to, each with the Pulumi names of its services. */
  clusters: TargetCluster[];
  /** Whether it brings a monitoring to the lab. */
  watchedOnLab: boolean;
  /** What its user should know, and no error. */
  notes: string[];
}

/** Grafana's image is no Go module that the lab could compile. */
const NO_GRAFANA =
  "Grafana is off in this stack, for the lab cannot run it; its dashboards are there wherever `observability.dashboards` is on.";

function noGrafana(stack: string): string {
  const key = "slipway:observability.dashboards.enabled";
  return `${key}: the lab cannot run Grafana, whose image is no Go module. Fix: pulumi config set -s ${stack} --path '${key}' false`;
}

/**
 * Reads and checks the stack file before anything is built or started: a typing error must not cost ten minutes.
 *
 * @throws RunError with every problem of the stack file
 */
export function target(stack: string): Target {
  const { config, secretKeys } = readStackFile(stack);
  const { environment, clusters: configured } = readStack(config, secretKeys, stack);
  const clusters = configured.map(({ context, prefix, tenants, observability }) => ({
    context,
    onLab: context === LAB,
    prefix,
    services: tenants.flatMap(({ services }) => services.map(({ name }) => `${prefix}${name}`)),
    namespaces: [
      ...tenants.map(({ name }) => name),
      ...(observability ? [observability.namespace, `${observability.namespace}-node`] : []),
    ],
  }));
  const onLab = clusters.some((cluster) => cluster.onLab);
  const watched = configured.filter(({ context, observability }) => context === LAB && observability);
  const watchedOnLab = watched.length > 0;
  if (watched.some(({ observability }) => observability?.dashboards)) throw new RunError(noGrafana(stack));
  return {
    stack,
    file: `Pulumi.${stack}.yaml`,
    environment,
    clusters,
    onLab,
    watchedOnLab,
    notes: watchedOnLab ? [NO_GRAFANA] : [],
  };
}

/**
 * Where a stack goes, as far as its file says so. What else is wrong with the file does not matter: the shell in which
 * somebody mends it by `pulumi config set`, as the errors say, needs to know no more.
 */
export function whereabouts(stack: string): Whereabouts {
  const { config } = readStackFile(stack);
  const contexts = ["slipway:cluster", "slipway:clusters"].flatMap((key) => contextsIn(config[key] ?? ""));
  const clusters = contexts.map((context) => ({ onLab: context === LAB }));
  return { clusters, onLab: clusters.some(({ onLab }) => onLab) };
}

/** `{"context":"lab"}` and `[{"name":"east","context":"lab"}]` → `lab`; nothing from what is neither. */
function contextsIn(text: string): string[] {
  if (!/^[[{]/.test(text)) return [];
  const entries = [JSON.parse(text)].flat() as ({ context?: unknown } | null)[];
  return entries.flatMap((entry) => (typeof entry?.context === "string" ? [entry.context] : []));
}
