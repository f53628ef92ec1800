import { rule } from "../../../../policies/rules/secretsmanager/secretsmanager-rotation.ts";
import { resource, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const secret = resource("aws:secretsmanager/secret:Secret", { name: "shop/db" }, "db");
const rotation = (rotationRules: unknown, secretId: unknown = "db") =>
  resource("aws:secretsmanager/secretRotation:SecretRotation", { secretId, rotationRules }, "rotation");
const often = { automaticallyAfterDays: 30 };

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "every month", given: [secret, rotation(often)] },
    { it: "by its name", given: [secret, rotation(often, "shop/db")] },
    { it: "on a schedule in days", given: [secret, rotation({ scheduleExpression: "rate(10 days)" })] },
    { it: "on a schedule in hours", given: [secret, rotation({ scheduleExpression: "rate(4 hours)" })] },
  ],
  violating: [
    { it: "never", given: secret, finds: [""] },
    { it: "another secret", given: [secret, rotation(often, "other")], finds: ["db: "] },
    { it: "every year", given: [secret, rotation({ automaticallyAfterDays: 365 })], finds: ["db: "] },
    { it: "on a long schedule", given: [secret, rotation({ scheduleExpression: "rate(200 days)" })], finds: ["db: "] },
  ],
  unknown: [
    { it: "an unknown secret", given: [secret, rotation(often, UNKNOWN)], finds: ["db: "] },
    { it: "unknown rules", given: [secret, rotation(UNKNOWN)], finds: ["db: "] },
  ],
  malformed: [{ it: "rules that are text", given: [secret, rotation("often")], finds: ["db: "] }],
};
