import { checkov } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** An environment is inherited by every child process, and dumped by crash reports and debug pages. */
export const rule: PodRule = {
  name: "secret-env-reference",
  description: "Secrets should reach containers as files, not as environment variables.",
  level: advisory,
  severity: "low",
  framework: checkov("CKV_K8S_35"),
  remediation: "Mount the Secret as a volume, and let the program read the file; it then sees a rotated value too.",
  url: "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      const places = [
        ...spec
          .at("env")
          .items()
          .map((variable) => variable.at("valueFrom", "secretKeyRef")),
        ...spec
          .at("envFrom")
          .items()
          .map((source) => source.at("secretRef")),
      ];
      for (const place of places) {
        require(place.absent, place, "should be a mounted file: an environment leaks into child processes and crash reports");
      }
    }
  },
};
