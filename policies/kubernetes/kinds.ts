/** How a kind carries pods. */
export interface PodCarrier {
  /** API groups it was ever served from; "" is core. */
  readonly groups: readonly string[];
  /** Path to the pod template: the object that holds the pod's `metadata` and `spec`. */
  readonly template: readonly string[];
  /** Whether its pods end by themselves. */
  readonly runsToCompletion?: boolean;
}

const template = ["spec", "template"];

/**
 * Every kind whose pods this pack judges: those of Pod Security admission, and Argo's Rollout.
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/admission/admission.go (extractPodSpec…)
 */
export const POD_CARRIERS: Readonly<Record<string, PodCarrier>> = {
  Pod: { groups: [""], template: [] },
  PodTemplate: { groups: [""], template: ["template"] },
  ReplicationController: { groups: [""], template },
  ReplicaSet: { groups: ["apps", "extensions"], template },
  Deployment: { groups: ["apps", "extensions"], template },
  DaemonSet: { groups: ["apps", "extensions"], template },
  StatefulSet: { groups: ["apps"], template },
  Job: { groups: ["batch"], template, runsToCompletion: true },
  CronJob: { groups: ["batch"], template: ["spec", "jobTemplate", "spec", "template"], runsToCompletion: true },
  Rollout: { groups: ["argoproj.io"], template },
};

/** An API group and a kind of it. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** The kind behind a Pulumi type token, or nothing if Kubernetes has no part in it. */
export function kindOfToken(token: string): GroupKind | undefined {
  const [provider, apiVersion, kind, ...rest] = token.split(":");
  if (provider !== "kubernetes" || !apiVersion || !kind || rest.length > 0) return undefined;
  return groupKind(apiVersion, kind);
}

/** `apps/v1` is group apps; `v1`, and `core/v1` as Pulumi spells it, are the core group. */
export function groupKind(apiVersion: string, kind: string): GroupKind {
  const [group = "", version] = apiVersion.split("/");
  return { group: version === undefined || group === "core" ? "" : group, kind };
}

/** How that kind carries pods, if it does. */
export function podCarrier({ group, kind }: GroupKind): PodCarrier | undefined {
  const carrier = Object.hasOwn(POD_CARRIERS, kind) ? POD_CARRIERS[kind] : undefined;
  return carrier?.groups.includes(group) ? carrier : undefined;
}
