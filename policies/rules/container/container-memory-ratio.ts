import { reliability } from "../../frameworks.ts";
import { parseQuantity } from "../../kubernetes/quantity.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** How many times its request a container may grow to. CPU can be taken back from who used too much, memory cannot. */
const MOST = 4;

export const rule: PodRule = {
  name: "container-memory-ratio",
  description: `No container's memory limit should be more than ${MOST} times its request.`,
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Request what the container normally uses, and limit it to what it uses at its worst.",
  url: "https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      const [request, limit] = ["requests", "limits"].map((kind) => spec.at("resources", kind, "memory"));
      if (!request || !limit || request.absent === true || limit.absent === true) continue;
      const message = `should be at most ${MOST} times the request, or the node is promised to many and kills when they come`;
      require(request.unknown || limit.unknown
        ? "unknown"
        : ratio(limit.number ?? limit.text, request.number ?? request.text) <= MOST, limit, message);
    }
  },
};

/** Without two amounts there is nothing to compare. */
function ratio(limit: unknown, request: unknown): number {
  const [most, least] = [parseQuantity(limit), parseQuantity(request)];
  return most !== undefined && least ? most / least : 1;
}
