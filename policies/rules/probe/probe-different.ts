import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { and, not, or, type Truth } from "../../values/truth.ts";

const MESSAGE = "should differ from readinessProbe: what is only not ready, such as under load, would be restarted";

/** What makes an endpoint; a longer threshold does not make another question of it. */
const QUESTION = [
  ["httpGet", "path"],
  ["httpGet", "port"],
  ["tcpSocket", "port"],
  ["grpc", "port"],
  ["grpc", "service"],
] as const;

export const rule: PodRule = {
  name: "probe-different",
  description: "A container's liveness and readiness should be asked for differently.",
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation:
    "Give liveness an endpoint that looks at the process alone, and readiness one that looks at what it needs.",
  url: "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
  checkPod({ containers }, require) {
    for (const { spec } of containers) {
      const [liveness, readiness] = [spec.at("livenessProbe"), spec.at("readinessProbe")];
      if (liveness.absent === true || readiness.absent === true) continue;
      const same = and(
        ...QUESTION.map((path) => equal(liveness.at(...path), readiness.at(...path))),
        sameCommand(liveness, readiness),
      );
      require(not(same), liveness, MESSAGE);
    }
  },
};

function equal(one: Field, other: Field): Truth {
  if (one.unknown) return "unknown";
  return or(
    and(one.absent, other.absent),
    other.test((value) => value !== undefined && value === (one.number ?? one.text)),
  );
}

function sameCommand(one: Field, other: Field): Truth {
  const [command, another] = [one.at("exec", "command"), other.at("exec", "command")];
  if (command.unknown || another.unknown) return "unknown";
  const [words, others] = [command.items(), another.items()];
  return words.length === others.length && and(...words.map((word, index) => equal(word, others[index]!)));
}
