import { reliability } from "../../frameworks.ts";
import { optIn } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** For clusters that have priority classes of their own: a stack cannot know them, and a class that is not there keeps pods out. */
export const rule: PodRule = {
  name: "pod-priority-class",
  description: "Every pod should say how much it matters when a node is full.",
  level: optIn,
  severity: "low",
  framework: reliability,
  remediation: "Set priorityClassName to a class of the cluster.",
  url: "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/",
  checkPod({ spec }, require) {
    const name = spec.at("priorityClassName");
    const message = "should be set, or the scheduler may sacrifice what matters for what does not";
    require(name.test((value) => typeof value === "string" && value !== ""), name, message);
  },
};
