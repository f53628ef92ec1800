import { aws } from "../../aws/types.ts";
import { hasBeside } from "../../aws/references.ts";
import { checkov } from "../../frameworks.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Field } from "../../values/field.ts";
import { or, type Truth } from "../../values/truth.ts";

/** A leaked credential is then worth something for that long only. */
export const rule: StackRule = {
  name: "secretsmanager-rotation",
  description: "Every secret must be rotated at least every 90 days.",
  level: mandatoryInProd,
  severity: "medium",
  framework: checkov("CKV_AWS_304, CKV2_AWS_57"),
  remediation: "Add a SecretRotation with automaticallyAfterDays of 90 or less.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
  checkStack(stack, about) {
    for (const secret of stack.ofType(aws("secretsmanager", "Secret"))) {
      const rotates = hasBeside(
        stack,
        secret,
        { types: [aws("secretsmanager", "SecretRotation")], by: "secretId" },
        isOften,
      );
      about(secret)(
        rotates,
        secret.props,
        "must have a SecretRotation of 90 days or less, so that a leaked value expires",
      );
    }
  },
};

/** By days, or by a rate; a cron expression runs once a month at the least unless it names months. */
function isOften(props: Field): Truth {
  const rules = props.at("rotationRules");
  const days = rules
    .at("automaticallyAfterDays")
    .test((value) => typeof value === "number" && value > 0 && value <= 90);
  return or(days, rules.at("scheduleExpression").test(isOftenEnough));
}

function isOftenEnough(expression: unknown): boolean {
  if (typeof expression !== "string") return false;
  const [, count, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(expression) ?? [];
  if (count !== undefined) return unit === "hour" || Number(count) <= 90;
  // Minutes, hours, days of the month, months, days of the week, years.
  const [, , , month] = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(/\s+/) ?? [];
  return month === "*";
}
