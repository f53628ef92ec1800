import type { core, rbac } from "@pulumi/kubernetes/types/input.js";

/** How a task makes sure that each slot of its schedule is executed once. */
export interface LeaseArgs {
  /**
   * Seconds that the death of a run goes unnoticed, from 3 to 3600.
   * @default 15
   */
  leaseDurationSeconds?: number;
}

const SHORTEST = 3;
const LONGEST = 3600;

export function leaseProblems({ leaseDurationSeconds = 15 }: LeaseArgs): string[] {
  const holds =
    Number.isInteger(leaseDurationSeconds) && leaseDurationSeconds >= SHORTEST && leaseDurationSeconds <= LONGEST;
  if (holds) return [];
  return [
    `lease.leaseDurationSeconds (${leaseDurationSeconds}) must be a whole number from ${SHORTEST} to ${LONGEST}; change it.`,
  ];
}

/**
 * The rights of a task: its own Lease and nothing else. The Lease is made with the stack, not by the task: RBAC cannot
 * restrict `create` to a name, and a task that finds no Lease must stop instead of forgetting what it has done.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */
export function leaseRules(name: string): rbac.v1.PolicyRule[] {
  return [
    { apiGroups: ["coordination.k8s.io"], resources: ["leases"], resourceNames: [name], verbs: ["get", "patch"] },
  ];
}

/** What `slipway.dev/services/task` reads: who this run is, and which slot it is for. */
export function leaseVariables(name: string, { leaseDurationSeconds = 15 }: LeaseArgs): core.v1.EnvVar[] {
  return [
    // Names the slot: `<task>-<minutes since 1970>`. The annotation with the time itself stays on the Job.
    { name: "TASK_JOB", valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } } },
    { name: "TASK_LEASE", value: name },
    { name: "TASK_LEASE_DURATION", value: `${leaseDurationSeconds}s` },
    { name: "TASK_NAME", value: name },
    { name: "TASK_POD", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
  ];
}
