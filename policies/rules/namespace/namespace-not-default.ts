import { security } from "../../frameworks.ts";
import { namespaceOf } from "../../kubernetes/namespace.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Kubernetes' own, and the one that objects land in by mistake. */
const RESERVED = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Not all namespaced kinds: a role binding in kube-system, for one, is how an extension reads what it needs there. */
export const rule: ObjectRule = {
  name: "namespace-not-default",
  description: "Workloads and what belongs to them must stand in a namespace of their own.",
  level: mandatory,
  severity: "medium",
  framework: security,
  remediation: "Set metadata.namespace to a namespace that the stack declares.",
  url: "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/",
  kinds: [
    ...["Deployment.apps", "StatefulSet.apps", "DaemonSet.apps", "ReplicaSet.apps", "Rollout.argoproj.io"],
    ...["Job.batch", "CronJob.batch", "Pod", "Service", "ConfigMap", "Secret", "PersistentVolumeClaim"],
  ],
  checkObject(object, require) {
    const namespace = namespaceOf(object);
    const message =
      "must be set, and be no namespace that Kubernetes brings: quotas, policies and roles go by namespace";
    require(namespace.test(
      (value) => typeof value === "string" && value !== "" && !RESERVED.includes(value),
    ), namespace, message);
  },
};
