import { reliability } from "../../frameworks.ts";
import { podsOf } from "../../kubernetes/pods.ts";
import { isScaled } from "../../kubernetes/scaling.ts";
import { isServed } from "../../kubernetes/traffic.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, not, or, type Truth } from "../../values/truth.ts";

/** What Kubernetes allows when it is not told, rounded down to whole pods. */
const DEFAULT_SHARE = "25%";

/** Only what serves requests: a worker may as well stop before its successor starts. */
export const rule: StackRule = {
  name: "workload-rolling-update",
  description: "A Deployment behind a Service must be replaced pod by pod, with none missing on the way.",
  level: mandatoryInProd,
  severity: "medium",
  framework: reliability,
  remediation: "Set strategy.rollingUpdate to { maxUnavailable: 0, maxSurge: 1 }.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment",
  checkStack(stack, about) {
    for (const workload of stack.objectsOf("Deployment.apps", "Deployment.extensions")) {
      for (const pod of podsOf(workload)) {
        const exempt = not(isServed(stack, pod));
        if (exempt === true) continue;
        const require = about(workload.resource);
        const strategy = workload.fields.at("spec", "strategy");
        const type = strategy.at("type");
        const rolls = type.isOneOf([undefined, "RollingUpdate"]);
        require(or(
          exempt,
          rolls,
        ), type, "must be RollingUpdate: Recreate stops every pod before the first new one starts");

        const [missing, extra] = [
          strategy.at("rollingUpdate", "maxUnavailable"),
          strategy.at("rollingUpdate", "maxSurge"),
        ];
        const constant = not(isScaled(stack, workload));
        const none = missingPods(missing, constant === true ? workload.fields.at("spec", "replicas") : undefined);
        require(or(exempt, not(rolls), none), missing, "must be 0, or capacity is missing while a new version starts");
        require(or(exempt, not(rolls), extra.test(isSome)), extra, "must be 1 or more, or no new pod can ever start");
      }
    }
  },
};

/** Whether a rollout takes no pod away, of so many if that is constant. */
function missingPods(maxUnavailable: Field, replicas: Field | undefined): Truth {
  const explicit = maxUnavailable.isOneOf([0, "0", "0%"]);
  if (!replicas) return explicit;
  const rounded = (share: string): Truth =>
    replicas.test((count) => {
      const pods = count === undefined ? 1 : Number(count);
      return Math.floor((pods * Number.parseInt(share)) / 100) === 0;
    });
  if (maxUnavailable.absent === true) return rounded(DEFAULT_SHARE);
  const share = maxUnavailable.text;
  return share !== undefined && /^\d+%$/.test(share)
    ? rounded(share)
    : or(explicit, and(maxUnavailable.absent, "unknown"));
}

function isSome(maxSurge: unknown): boolean {
  if (maxSurge === undefined) return true;
  return typeof maxSurge === "string"
    ? /^[1-9]\d*%?$/.test(maxSurge)
    : Number.isInteger(maxSurge) && (maxSurge as number) > 0;
}
