import { rule } from "../../../../policies/rules/container/container-sudo.ts";
import type { RuleCases } from "../../cases.ts";
import { container, inEachList } from "../../pod-trials.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "nothing", given: container({}) },
    ...inEachList("a word that holds it", { command: ["pseudo", "/etc/sudoers", "sudoku"] }),
  ],
  violating: [
    ...inEachList("by itself", { command: ["sudo", "orders"] }, ["command"]),
    ...inEachList("by its path", { command: ["/usr/bin/sudo"] }, ["command"]),
    ...inEachList("in a script", { args: ["-c", "cd /tmp && sudo -u app orders"] }, ["args"]),
  ],
  unknown: [
    ...inEachList("a word", { command: ["sh", UNKNOWN] }, ["command"]),
    ...inEachList("the arguments", { args: UNKNOWN }, ["args"]),
  ],
  malformed: [{ it: "text", given: container({ command: "sudo", args: { sudo: true } }) }],
};
