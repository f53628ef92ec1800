import { rule } from "../../../../policies/rules/secret/secret-argument-literal.ts";
import type { RuleCases } from "../../cases.ts";
import { goodContainer, resourceOf, UNKNOWN } from "../../pods.ts";

const run = (...args: unknown[]) => resourceOf({ containers: [{ ...goodContainer, args }] });
const argument = (index: number) => `spec.template.spec.containers[0].args[${index}]`;

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "plain arguments", given: run("serve", "--port=8080", "--log-level", "info") },
    { it: "where the secret is", given: run("--password-file=/run/secrets/db", "--token-path", "token") },
    { it: "a switch before another", given: run("--token", "--verbose") },
    { it: "a reference to a variable", given: run("--password=$(DB_PASSWORD)") },
  ],
  violating: [
    { it: "in one argument", given: run("serve", "--password=hunter2"), finds: [argument(1)] },
    { it: "after its name", given: run("--token", "abcd1234"), finds: [argument(1)] },
    { it: "in a URL", given: run("--db=postgres://a:hunter2@db/a"), finds: [argument(0)] },
    {
      it: "in the command",
      given: resourceOf({ containers: [{ command: ["env", "API_TOKEN=abcd1234", "serve"] }] }),
      finds: ["spec.template.spec.containers[0].command[1]"],
    },
  ],
  unknown: [{ it: "an unknown argument", given: run("--password", UNKNOWN), finds: [argument(1)] }],
  malformed: [
    { it: "arguments that are no text", given: run(7, null, { password: "hunter2" }) },
    { it: "arguments that are no list", given: resourceOf({ containers: [{ args: "--password=hunter2" }] }) },
  ],
};
