import { posix } from "node:path";
import { security } from "../../frameworks.ts";
import { runsForGood } from "../../kubernetes/lifetime.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { not, or, type Truth } from "../../values/truth.ts";

const SHELLS: ReadonlySet<unknown> = new Set(["sh", "bash", "ash", "dash", "zsh", "ksh"]);
const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];

const KEEPS_SIGNALS = "should be the program itself: a shell does not pass SIGTERM on, so that requests are cut off";
const NEEDS_SHELL = "should be httpGet, grpc, or the program itself: a shell in the image is a tool for who breaks in";

/** Init containers and jobs may be scripts: nobody's requests are cut off there. */
export const rule: PodRule = {
  name: "container-shell",
  description: "What runs for good should be started, and probed, without a shell.",
  level: advisory,
  severity: "low",
  framework: security,
  remediation: "Name the program and its arguments as a list, and probe by httpGet or grpc.",
  url: "https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/",
  checkPod(pod, require) {
    for (const container of pod.containers) {
      const endless = runsForGood(container, pod);
      if (endless === false) continue;
      const command = container.spec.at("command");
      require(or(not(endless), not(startsShell(command))), command, KEEPS_SIGNALS);
      for (const probe of PROBES) {
        const probing = container.spec.at(probe, "exec", "command");
        if (probing.absent !== true) require(or(not(endless), not(startsShell(probing))), probing, NEEDS_SHELL);
      }
    }
  },
};

function startsShell(command: Field): Truth {
  const [program] = command.items();
  return program?.test((value) => typeof value === "string" && SHELLS.has(posix.basename(value))) ?? false;
}
