import type { PodObject } from "./admission.ts";

/** A resource as a program would declare it. */
export interface Wrapped {
  /** Pulumi type token. */
  readonly type: string;
  readonly props: unknown;
}

/** A way to say a pod. */
export interface Wrapping {
  readonly name: string;
  readonly type: string;
  readonly wrap: (pod: PodObject) => unknown;
}

/** Kinds by where they hold their pod's template, in every version in which a cluster has ever served them. */
const KINDS: readonly { kinds: readonly string[]; around: (template: PodObject) => object }[] = [
  { kinds: ["core/v1:Pod"], around: (pod) => pod },
  { kinds: ["core/v1:PodTemplate"], around: (template) => ({ template }) },
  {
    kinds: [
      "core/v1:ReplicationController",
      ...["apps/v1", "apps/v1beta2", "extensions/v1beta1"].flatMap((version) => [
        `${version}:ReplicaSet`,
        `${version}:DaemonSet`,
      ]),
      ...["apps/v1", "apps/v1beta2", "apps/v1beta1"].flatMap((version) => [
        `${version}:Deployment`,
        `${version}:StatefulSet`,
      ]),
      "extensions/v1beta1:Deployment",
      "batch/v1:Job",
      "argoproj.io/v1alpha1:Rollout",
    ],
    around: (template) => ({ spec: { selector: {}, template } }),
  },
  {
    kinds: ["batch/v1:CronJob", "batch/v1beta1:CronJob", "batch/v2alpha1:CronJob"],
    around: (template) => ({ spec: { schedule: "@daily", jobTemplate: { spec: { template } } } }),
  },
];

/** Every kind as itself, as a patch, in its own list, and in a list of any kinds behind something harmless. */
export const WRAPPINGS: readonly Wrapping[] = KINDS.flatMap(({ kinds, around }) =>
  kinds.flatMap((name): Wrapping[] => {
    const [apiVersion = "", kind = ""] = name.split(":");
    const typed = (pod: PodObject) => ({ apiVersion: apiVersion.replace("core/", ""), kind, ...around(pod) });
    const type = `kubernetes:${name}`;
    return [
      { name, type, wrap: around },
      { name: `${name}Patch`, type: `${type}Patch`, wrap: around },
      { name: `${name}List`, type: `${type}List`, wrap: (pod) => ({ items: [around(pod)] }) },
      {
        name: `List of ${name}`,
        type: "kubernetes:core/v1:List",
        wrap: (pod) => ({ items: [{ apiVersion: "v1", kind: "ConfigMap", data: {} }, typed(pod)] }),
      },
    ];
  }),
);
