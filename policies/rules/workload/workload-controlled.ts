import { reliability } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not } from "../../values/truth.ts";

/** What a controller has made names it as its owner; a patch is of what is there already. */
export const rule: ObjectRule = {
  name: "workload-controlled",
  description: "Pods must be made by a controller that replaces and updates them.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation: "Declare a Deployment, a StatefulSet, a DaemonSet or a Job.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/",
  kinds: ["Pod", "ReplicaSet.apps", "ReplicaSet.extensions", "ReplicationController"],
  checkObject(object, require) {
    if (object.isPatch) return;
    const owners = object.fields.at("metadata", "ownerReferences");
    require(not(
      owners.empty,
    ), owners, "must name an owner: by itself it is not moved from a failed node, or not updated");
  },
};
