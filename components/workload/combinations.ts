import type { ServiceArgs } from "./args.ts";
import { claimsOf, isExclusive } from "./claims.ts";
import { scaleOf } from "./scale.ts";

/** Two arguments that make no sense together, and the way out. */
interface Combination {
  given: (args: ServiceArgs) => boolean;
  says: string;
}

const combinations: Combination[] = [
  {
    given: ({ kind, replicas }) => kind === "DaemonSet" && replicas !== undefined,
    says: "replicas: a DaemonSet has a pod on each node; leave replicas out, or use kind: Deployment.",
  },
  {
    given: ({ kind, autoscaling }) => kind === "DaemonSet" && autoscaling !== undefined,
    says: "autoscaling: a DaemonSet has a pod on each node; leave autoscaling out, or use kind: Deployment.",
  },
  {
    given: ({ kind, antiAffinity }) => kind === "DaemonSet" && antiAffinity !== undefined,
    says: "antiAffinity: a DaemonSet never has two pods on a node; leave antiAffinity out.",
  },
  {
    given: ({ replicas, autoscaling }) => replicas !== undefined && autoscaling !== undefined,
    says: "replicas: the autoscaler owns the number of pods; leave replicas out, and set autoscaling.min.",
  },
  {
    given: ({ kind = "Deployment", updateStrategy }) => kind === "Deployment" && updateStrategy !== undefined,
    says: "updateStrategy: is for a StatefulSet or a DaemonSet; leave it out, for a Deployment always rolls.",
  },
  {
    given: ({ kind, partition }) => kind !== "StatefulSet" && partition !== undefined,
    says: "partition: only the pods of a StatefulSet are numbered; leave it out, or use kind: StatefulSet.",
  },
  {
    given: ({ updateStrategy, partition }) => updateStrategy === "OnDelete" && partition !== undefined,
    says: "partition: is for updateStrategy RollingUpdate; leave one of them out.",
  },
  {
    given: ({ kind, volumes = [] }) => kind === "DaemonSet" && claimsOf(volumes).length > 0,
    says: "volumes: the pods of a DaemonSet cannot share a claim across nodes; use emptyDir, or kind: StatefulSet.",
  },
  {
    given: ({ claimRetention, volumes = [] }) => claimRetention !== undefined && claimsOf(volumes).length === 0,
    says: "claimRetention: no volume has a claim; leave it out.",
  },
  {
    given: ({ kind, claimRetention }) => kind !== "StatefulSet" && claimRetention?.whenScaled !== undefined,
    says: "claimRetention.whenScaled: only a StatefulSet has a claim for each pod; leave it out.",
  },
];

export function combinationProblems(args: ServiceArgs): string[] {
  return [...combinations.filter(({ given }) => given(args)).map(({ says }) => says), ...sharedClaimProblems(args)];
}

/** All pods of a Deployment mount the same claim. */
function sharedClaimProblems(args: ServiceArgs): string[] {
  const { kind = "Deployment", volumes = [] } = args;
  const pods = scaleOf(args)?.max ?? 0;
  if (kind !== "Deployment" || pods < 2) return [];
  return claimsOf(volumes)
    .filter(isExclusive)
    .map(
      ({ name }) =>
        `volumes.${name}: one pod mounts a ReadWriteOnce claim, and there may be ${pods}; use kind: StatefulSet, accessMode: ReadWriteMany or replicas: 1.`,
    );
}
