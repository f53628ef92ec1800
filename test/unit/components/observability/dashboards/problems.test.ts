import { expect, test } from "vitest";
import { dashboardsProblems } from "../../../../../components/observability/dashboards/problems.ts";
import { password } from "../../../../../components/observability/dashboards/password.ts";
import { least, most } from "./arguments.ts";

const kept = { name: "grafana-admin", key: "password" };

test("what there can be holds", () => {
  expect(dashboardsProblems(most)).toEqual([]);
  expect(dashboardsProblems({ ...most, adminPassword: undefined, adminPasswordSecret: kept })).toEqual([]);
});

test.each([
  [{ adminPassword: undefined }, 0],
  [{ adminPasswordSecret: kept }, 2],
])("%j are %s passwords, and one is needed", (change, count) => {
  const problems = dashboardsProblems({ ...least, ...change });
  expect(problems).toEqual([`needs exactly one of \`adminPassword\` and \`adminPasswordSecret\`; it has ${count}.`]);
  expect(problems.join()).not.toContain(least.adminPassword);
});

test("a service stands there once, and everything that does not hold is said at once", () => {
  const orders = { name: "orders", namespace: "shop" };
  const services = [orders, { ...orders, slo: { availability: 100 } }, { ...orders, namespace: "shop-eu" }];
  expect(dashboardsProblems({ ...least, adminPassword: undefined, services })).toEqual([
    expect.stringContaining("adminPassword"),
    "services: shop/orders stands there twice.",
    expect.stringMatching(/^services\.shop\/orders\.slo\.availability \(100 %\)/),
  ]);
});

test.each([
  ["given", { adminPassword: "a" }, "secrets"],
  ["kept", { adminPasswordSecret: kept }, "secretReferences"],
] as const)("a password that is %s is a file, in the variable by which Grafana finds it", (_, args, where) => {
  const [only, ...others] = password(args)[where] ?? [];
  expect(only).toMatchObject({ as: "file" });
  // The file's path stands in `<name>_FILE`.
  expect(`${only?.name}_FILE`).toBe("GF_SECURITY_ADMIN_PASSWORD__FILE");
  expect(others).toEqual([]);
});
