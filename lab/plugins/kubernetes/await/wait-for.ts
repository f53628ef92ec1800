import { JSONPath } from "jsonpath-plus";
import { WAIT_FOR } from "../annotations.ts";
import { condition } from "../objects.ts";
import type { KubernetesObject } from "../objects.ts";
import { READY, TEN_MINUTES, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

type Expectation = (object: KubernetesObject) => boolean;

/**
 * The wait that a `pulumi.com/waitFor` annotation asks for: `jsonpath={.status.phase}=Running`, `jsonpath={.status.ip}`
 * (there at all), `condition=Ready`, `condition=Ready=False`, or a JSON array of these.
 *
 * @throws Error naming the expression that is none of them
 */
export function waitFor(value: string): Wait {
  const expectations = expressionsOf(value).map((expression) => ({ expression, holds: expectationOf(expression) }));
  return {
    timeout: TEN_MINUTES,
    evaluate({ object }) {
      const open = expectations.filter(({ holds }) => !holds(object)).map(({ expression }) => expression);
      return open.length === 0 ? READY : waiting(`Waiting for ${open.join(" and ")}`);
    },
  };
}

function expressionsOf(value: string): string[] {
  if (!value.trimStart().startsWith("[")) return [value];
  const expressions: unknown = JSON.parse(value);
  if (Array.isArray(expressions) && expressions.length > 0) return expressions.map(String);
  throw new Error(`${WAIT_FOR}: at least one condition must be specified.`);
}

function expectationOf(expression: string): Expectation {
  const jsonpath = /^jsonpath='?(\{.+\})'?(?:=(.*))?$/s.exec(expression);
  if (jsonpath) {
    const [, path = "", expected] = jsonpath;
    return (object) => {
      const found = JSONPath<unknown[]>({
        path: `$${path.slice(1, -1).replace(/^\$/, "")}`,
        json: object,
        wrap: true,
        eval: "safe",
      });
      return expected === undefined ? found.length > 0 : found.some((item) => spelled(item) === expected);
    };
  }
  const named = /^condition="?([^="]+)"?(?:="?([^="]+)"?)?$/.exec(expression);
  if (named) {
    const [, type = "", status = "True"] = named;
    return (object) => condition(object, type)?.status.toLowerCase() === status.toLowerCase();
  }
  throw new Error(
    `${WAIT_FOR}: expected a "jsonpath={…}" or "condition=…" expression, got ${JSON.stringify(expression)}.`,
  );
}

function spelled(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
