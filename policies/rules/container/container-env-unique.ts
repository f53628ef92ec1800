import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

const MESSAGE = "should be the only one of its name: the earlier ones are ignored";

export const rule: PodRule = {
  name: "container-env-unique",
  description: "No container should set a variable twice.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Remove all but one of the entries; the last one is what the program sees.",
  url: "https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      const seen = new Set<string>();
      let someUnknown = false;
      for (const variable of spec.at("env").items()) {
        const name = variable.at("name");
        someUnknown ||= name.unknown;
        const isFirst = name.text === undefined || !seen.has(name.text);
        require(isFirst && someUnknown ? "unknown" : isFirst, name, MESSAGE);
        if (name.text !== undefined) seen.add(name.text);
      }
    }
  },
};
