/** A finding of an outside judge that the project has decided to live with. */
export interface JudgeWaiver {
  judge: "kube-score";
  /** The judge's own name of the check. */
  check: string;
  /**
   * Objects that it is about, such as `Deployment/grafana`.
   * @default - all
   */
  objects?: readonly string[];
  reason: string;
}

const burst =
  "Only critical services (`critical: true`) get the Guaranteed class. The others may burst into what is idle on a node, and the quota of a tenant counts what they request.";

/** Every one of them is needed: the test fails on a waiver that no finding asks for. */
export const waivers: readonly JudgeWaiver[] = [
  { judge: "kube-score", check: "container-resource-requests-equal-limits", reason: burst },
  { judge: "kube-score", check: "container-cpu-requests-equal-limits", reason: burst },
  { judge: "kube-score", check: "container-memory-requests-equal-limits", reason: burst },
  {
    judge: "kube-score",
    check: "container-ephemeral-storage-request-equals-limit",
    reason:
      "A container's own files are logs and temporary volumes: a small reservation and a limit that protects the node are enough.",
  },
  {
    judge: "kube-score",
    check: "deployment-replicas",
    objects: ["Deployment/jaeger", "Deployment/metrics-server"],
    reason: "In dev what can be made again is there once; in prod metrics-server is there twice.",
  },
  {
    judge: "kube-score",
    check: "deployment-replicas",
    objects: ["Deployment/kube-state-metrics", "Deployment/grafana"],
    reason: "Two would count every object twice, or not know each other's sessions; both are back within seconds.",
  },
  {
    judge: "kube-score",
    check: "container-security-context-user-group-id",
    objects: ["DaemonSet/log-agent"],
    reason:
      "The kubelet gives the containers' log files to root's group. The agent has no capabilities, and reads them only.",
  },
];
