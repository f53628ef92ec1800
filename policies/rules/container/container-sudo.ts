import { security } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import { every, not } from "../../values/truth.ts";

/** A word of its own, also inside of a script. */
const SUDO = /(?:^|[\s;&|/(])sudo(?:$|[\s;&|)])/;

export const rule: PodRule = {
  name: "container-sudo",
  description: "No container should become another user by sudo.",
  level: advisory,
  severity: "medium",
  framework: security,
  remediation: "Set runAsUser to the user that the program needs, and do what needs root when the image is built.",
  url: "https://docs.docker.com/build/building/best-practices/#user",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      for (const field of [spec.at("command"), spec.at("args")]) {
        const free = every(field.items(), (word) =>
          not(word.test((value) => typeof value === "string" && SUDO.test(value))),
        );
        require(free, field, "should do without sudo: where privileges may not be gained it fails, and elsewhere it is root");
      }
    }
  },
};
