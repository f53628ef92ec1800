import { rule } from "../../../../policies/rules/secretsmanager/secretsmanager-value-secret.ts";
import { onEach, resource, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const secret = (value: unknown) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.types, "marked", { secretString: secret("hunter2") }),
    ...onEach(rule.types, "marked and unknown", { secretBinary: secret(UNKNOWN) }),
  ],
  violating: [
    ...onEach(rule.types, "not marked", { secretString: "hunter2" }, ["secretString"]),
    ...onEach(rule.types, "binary", { secretBinary: "aHVudGVyMg==" }, ["secretBinary"]),
  ],
  unknown: rule.types.map((type) => ({
    it: "where marks did not arrive",
    given: { ...resource(type, { secretString: "hunter2" }), marked: false },
    finds: ["secretString"],
  })),
  malformed: [...onEach(rule.types, "no text", { secretString: { password: "hunter2" } }, ["secretString"])],
};
