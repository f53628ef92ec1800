import { aws } from "../../aws/types.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { TypeRule } from "../../rule.ts";
import { every, some } from "../../values/truth.ts";

const LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** Without the audit log nobody knows who did what. */
export const rule: TypeRule = {
  name: "eks-control-plane-logs",
  description: "A cluster must keep all five logs of its control plane.",
  level: mandatoryInProd,
  severity: "medium",
  framework: checkov("CKV_AWS_37"),
  remediation: "Set enabledClusterLogTypes to api, audit, authenticator, controllerManager and scheduler.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
  types: [aws("eks", "Cluster")],
  checkResource({ props }, require) {
    const types = props.at("enabledClusterLogTypes");
    const all = every(LOGS, (log) => some(types.items(), (type) => type.is(log)));
    require(all, types, "must hold all five logs, or nobody can tell afterwards who did what");
  },
};
