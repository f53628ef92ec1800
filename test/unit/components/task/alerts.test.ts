import { expect, test } from "vitest";
import { taskAlerts } from "../../../../components/index.ts";

const args = { namespace: "shop", image: "r.dev/cleanup:1", schedule: "*/30 * * * *" };
const alerts = taskAlerts("cleanup", args);
const expressionOf = (name: string, from = alerts) => from.find((alert) => alert.name === name)?.expr;

test("a task that failed, did not start or takes long has an alert each, as plain data with a tier", () => {
  expect(alerts.map(({ name, tier }) => `${name} ${tier}`)).toEqual([
    "TaskFailed P2",
    "TaskMissed P2",
    "TaskTooLong P3",
  ]);
  expect(JSON.parse(JSON.stringify(alerts))).toEqual(alerts);
});

test("every expression is about this task of this namespace, and its brackets match", () => {
  for (const { expr } of alerts) {
    expect(expr).toMatch(/namespace="shop",(cronjob|owner_kind="CronJob",owner_name)="cleanup"/);
    for (const selector of expr.match(/kube_\w+(\{[^}]*\})?/g) ?? []) expect(selector).toContain('namespace="shop"');
    const depth = [...expr].reduce((open, c) => open + Number(c === "(") - Number(c === ")"), 0);
    expect(depth).toBe(0);
  }
});

test("a run is missed when its starting deadline is over, and long at four fifths of its own", () => {
  expect(expressionOf("TaskMissed")).toBe(
    'time() - max by (namespace) (kube_cronjob_next_schedule_time{namespace="shop",cronjob="cleanup"}) > 600',
  );
  expect(expressionOf("TaskTooLong")).toMatch(/> 1440$/);
  const patient = taskAlerts("cleanup", { ...args, startingDeadlineSeconds: 60, activeDeadlineSeconds: 100 });
  expect(expressionOf("TaskMissed", patient)).toMatch(/> 60$/);
  expect(expressionOf("TaskTooLong", patient)).toMatch(/> 80$/);
});

test("a failure counts until a later run succeeds, and when none ever did", () => {
  const [failed, succeeded] = (expressionOf("TaskFailed") ?? "").split(" or ")[0]?.split(" > ") ?? [];
  expect(failed).toContain('kube_job_failed{namespace="shop",condition="true"} == 1');
  expect(expressionOf("TaskFailed")).toBe(`${failed} > ${succeeded} or ${failed} unless ${succeeded}`);
});

test("names the command that shows the failed pods", () => {
  expect(alerts[0]?.description).toContain("kubectl -n shop get jobs,pods -l app.kubernetes.io/name=cleanup");
});
