import type { batch, core } from "@pulumi/kubernetes/types/input.js";

/** Exit code of a process whose configuration is wrong, which trying again does not heal (EX_CONFIG of sysexits.h). */
export const EXIT_CONFIG = 78;

/** What a job does about failure. */
export interface Attempts {
  backoffLimit: number;
  activeDeadlineSeconds: number;
}

/**
 * One pod at a time, to its end. A drained node is nobody's failure, and a wrong configuration is everybody's.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
 */
export function jobSpec(name: string, attempts: Attempts, template: core.v1.PodTemplateSpec): batch.v1.JobSpec {
  return {
    parallelism: 1,
    completions: 1,
    ...attempts,
    // Not before the old pod is gone for good: two would run at once.
    podReplacementPolicy: "Failed",
    podFailurePolicy: {
      rules: [
        { action: "FailJob", onExitCodes: { containerName: name, operator: "In", values: [EXIT_CONFIG] } },
        { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
      ],
    },
    template,
  };
}
