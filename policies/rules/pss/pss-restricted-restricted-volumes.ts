import { pssRestricted } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, not, or, type Truth } from "../../values/truth.ts";

const ALLOWED = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
] as const;

const MESSAGE = `must be one of ${ALLOWED.join(", ")}: others reach storage around the cluster's controls`;

/**
 * Says what a volume may be, so that sources which Kubernetes has yet to invent, or which are misspelt, do not pass. The API
 * server makes an emptyDir of a volume that names none.
 *
 * @see https://github.com/kubernetes/pod-security-admission/blob/v0.35.4/policy/check_restrictedVolumes.go
 */
export const rule: PodRule = {
  name: "pss-restricted-restricted-volumes",
  description: "Every volume must be configuration, scratch space, an image or a claim.",
  level: mandatory,
  severity: "medium",
  framework: pssRestricted,
  remediation: "Reach storage through a persistentVolumeClaim or a CSI driver.",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
  checkPod({ spec }, require) {
    for (const volume of spec.at("volumes").items()) {
      const allowed = ALLOWED.map((source) => not(volume.at(source).absent));
      require(or(...allowed, isBare(volume)), volume, MESSAGE);
    }
  },
};

/** Whether a volume has a name and nothing else. */
function isBare(volume: Field): Truth {
  const rest = volume.entries().filter(({ key }) => key !== "name");
  return and(volume.test(isObject), ...rest.map(({ field }) => field.absent));
}

function isObject(value: unknown): boolean {
  return value === undefined || (typeof value === "object" && !Array.isArray(value));
}
