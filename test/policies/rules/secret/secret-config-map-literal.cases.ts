import { rule } from "../../../../policies/rules/secret/secret-config-map-literal.ts";
import { onEach, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "plain values", {
      data: { LOG_LEVEL: "info", "app.yaml": "port: 8080\npassword_file: /run/db\n" },
    }),
  ],
  violating: [
    ...onEach(rule.kinds, "a value", { data: { LOG_LEVEL: "info", DB_PASSWORD: "hunter2" } }, ["data.DB_PASSWORD"]),
    ...onEach(rule.kinds, "inside of a file", { data: { "app.yaml": "port: 8080\ndb:\n  password: hunter2\n" } }, [
      "data.app.yaml",
    ]),
  ],
  unknown: [
    ...onEach(rule.kinds, "an unknown value", { data: { "app.yaml": UNKNOWN } }, ["data.app.yaml"]),
    ...onEach(rule.kinds, "unknown data", { data: UNKNOWN }, ["data.?"]),
  ],
  malformed: [
    ...onEach(rule.kinds, "data that is a list", { data: ["password: hunter2"] }),
    ...onEach(rule.kinds, "values that are no text", { data: { DB_PASSWORD: { value: "hunter2" }, TOKEN: 7 } }),
  ],
};
