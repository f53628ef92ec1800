import { rule } from "../../../../policies/rules/secret/secret-env-literal.ts";
import type { RuleCases } from "../../cases.ts";
import { goodContainer, resourceOf, UNKNOWN } from "../../pods.ts";

const env = (...env: unknown[]) => resourceOf({ containers: [{ ...goodContainer, env }] });
const value = (index: number) => `spec.template.spec.containers[0].env[${index}].value`;

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a plain value", given: env({ name: "LOG_LEVEL", value: "info" }) },
    { it: "where a secret is", given: env({ name: "SECRETS_DIR", value: "secrets" }) },
    {
      it: "a reference",
      given: env({ name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } }),
    },
  ],
  violating: [
    {
      it: "a password",
      given: env({ name: "LOG_LEVEL", value: "info" }, { name: "DB_PASSWORD", value: "hunter2" }),
      finds: [value(1)],
    },
    {
      it: "a password in a URL",
      given: env({ name: "DATABASE", value: "postgres://a:hunter2@db/a" }),
      finds: [value(0)],
    },
    {
      it: "what the program marked as secret",
      given: env({
        name: "NOTE",
        value: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "dear diary" },
      }),
      finds: [value(0)],
    },
    {
      it: "in an init container",
      given: resourceOf({ initContainers: [{ name: "migrate", env: [{ name: "TOKEN", value: "abcd1234" }] }] }),
      finds: ["spec.template.spec.initContainers[0].env[0].value"],
    },
  ],
  unknown: [
    { it: "an unknown value", given: env({ name: "DB_PASSWORD", value: UNKNOWN }), finds: [value(0)] },
    {
      it: "unknown variables",
      given: resourceOf({ containers: [{ env: UNKNOWN }] }),
      finds: ["spec.template.spec.containers[0].env[?].value"],
    },
  ],
  malformed: [
    {
      it: "a value that is no text",
      given: env({ name: "DB_PASSWORD", value: { secret: "hunter2" } }, null, "PASSWORD=hunter2"),
    },
    { it: "variables that are no list", given: resourceOf({ containers: [{ env: { DB_PASSWORD: "hunter2" } }] }) },
  ],
};
