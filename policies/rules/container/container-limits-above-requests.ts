import { reliability } from "../../frameworks.ts";
import { parseQuantity } from "../../kubernetes/quantity.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { or, type Truth } from "../../values/truth.ts";

const MESSAGE = "must not be below the request, or no such pod can be created";

/** Extended resources and huge pages must be equal; a request above a limit is refused for every resource. */
export const rule: PodRule = {
  name: "container-limits-above-requests",
  description: "No container may request more than its limit.",
  level: mandatory,
  severity: "medium",
  framework: reliability,
  remediation: "Raise the limit or lower the request: the API server refuses such a pod.",
  url: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
  checkPod({ spec: pod, containers }, require) {
    for (const resources of [pod, ...containers.map(({ spec }) => spec)].map((of) => of.at("resources"))) {
      const [requests, limits] = [resources.at("requests"), resources.at("limits")];
      for (const { key } of (requests.unknown ? limits : requests).entries()) {
        const [request, limit] = [requests.at(key), limits.at(key)];
        require(or(limit.absent, isWithin(request, limit)), limit, MESSAGE);
      }
    }
  },
};

/** What is no quantity is not this rule's business. */
function isWithin(request: Field, limit: Field): Truth {
  if (request.unknown) return "unknown";
  const least = parseQuantity(request.number ?? request.text);
  return limit.test((value) => {
    const most = parseQuantity(value);
    return least === undefined || most === undefined || least <= most;
  });
}
