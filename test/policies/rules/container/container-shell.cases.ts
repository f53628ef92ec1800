import { rule } from "../../../../policies/rules/container/container-shell.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const probe = (...command: unknown[]) => ({ livenessProbe: { exec: { command } } });
const LONG_RUNNING = ["containers"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "the image's own command", given: container({}) },
    { it: "a program", given: container({ command: ["/orders", "-c", "sh"] }) },
    { it: "a probe that is a program", given: container(probe("/healthcheck")) },
    {
      it: "an init container may be a script",
      given: pod({ initContainers: [{ command: ["sh", "-c", "migrate"] }], containers: [{}] }),
    },
  ],
  violating: [
    ...["sh", "/bin/sh", "/usr/bin/bash", "ash"].flatMap((shell) =>
      inEachList(shell, { command: [shell, "-c", "orders"] }, ["command"], LONG_RUNNING),
    ),
    ...inEachList("in a probe", probe("/bin/sh", "-c", "true"), ["livenessProbe.exec.command"], LONG_RUNNING),
    {
      it: "a native sidecar",
      given: pod({ containers: [{}], initContainers: [{ restartPolicy: "Always", command: ["sh"] }] }),
      finds: ["spec.initContainers[0].command"],
    },
  ],
  unknown: [
    ...inEachList("the command", { command: UNKNOWN }, ["command"], LONG_RUNNING),
    ...inEachList("its first word", { command: [UNKNOWN] }, ["command"], LONG_RUNNING),
    {
      it: "the probe",
      given: container({ livenessProbe: UNKNOWN_OBJECT }),
      finds: ["spec.containers[0].livenessProbe.exec.command"],
    },
  ],
  malformed: [
    { it: "text", given: container({ command: "sh" }) },
    { it: "numbers", given: container({ command: [7, null] }) },
  ],
};
