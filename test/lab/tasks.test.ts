import { execa } from "execa";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Checkout } from "./checkout.ts";
import { Runs } from "./tasks/runs.ts";

/** Each test goes on from the state that the one before has left. Only runs that a test starts: the schedule is far away. */
const stack = `
config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: localhost:5000/tasks, mirror: localhost:5000 }
  slipway:tenants:
    - name: tasks
  slipway:services:
    - name: orders
      tenant: tasks
      build: { context: services/orders }
      env: { STORE_RETENTION: 1ms }
      migration: { args: [--check-config] }
  slipway:tasks:
    - name: orders-cleanup
      tenant: tasks
      build: { context: services/task }
      schedule: 0 2 29 2 *
      profile: web
      lease: { leaseDurationSeconds: 6 }
      env: { ORDERS_URL: http://orders:8080 }
      calls: [orders]
`;

const checkout = new Checkout("tasks");
const runs = new Runs("tasks", "orders-cleanup");

const slot = (night: number) => new Date(Date.UTC(2026, 10, night, 2));
const stamp = (night: number) => `2026-11-${night}T02:00:00Z`;

beforeAll(async () => {
  checkout.writeStack(stack);
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode, all).toBe(0);
});

afterAll(async () => {
  await checkout.engine("destroy");
  checkout.remove();
});

async function order(): Promise<void> {
  const [ip, port] = (
    await runs.kubectl("get", "service", "orders", "-o=jsonpath={.spec.clusterIP} {.spec.ports[0].port}")
  ).split(" ");
  const { status } = await fetch(`http://${ip}:${port}/api/v1/orders`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: '{"customer":"c1","currency":"EUR","items":[{"sku":"tea","quantity":1,"unitPrice":450}]}',
  });
  expect(status).toBe(201);
}

/** Clean-ups that reached the service, by their fence. */
async function cleanUps(): Promise<number[]> {
  const log = await runs.kubectl("logs", "deployment/orders", "--tail=-1");
  return log
    .split("\n")
    .filter((line) => line.includes('"orders dropped"'))
    .map((line) => (JSON.parse(line) as { fence: number }).fence);
}

test("the migration was complete before the service's first pod was made", async () => {
  const jobs = await runs.kubectl(
    "get",
    "jobs",
    "-l=app.kubernetes.io/name=orders-migration",
    "-o=jsonpath={.items[*].status.completionTime}",
  );
  const deployment = await runs.kubectl("get", "deployment", "orders", "-o=jsonpath={.metadata.creationTimestamp}");
  expect(jobs).not.toBe("");
  expect(Date.parse(jobs)).toBeLessThanOrEqual(Date.parse(deployment));
});

test("a run by hand draws no warning under `restricted`, does the work and leaves the schedule's record alone", async () => {
  await order();
  await runs.byHand("by-hand");
  expect((await runs.finished("by-hand")).map(({ msg }) => msg)).toEqual(["executing", "dropped a batch", "executed"]);
  expect(await runs.lease()).toEqual({ holder: "", slot: "", cursor: "1" });
});

test("of two runs for one slot, at the same time, one executes", async () => {
  const before = (await cleanUps()).length;
  await order();
  await Promise.all(["twin-a", "twin-b"].map((name) => runs.forSlot(name, slot(20))));
  const outcomes = await Promise.all(["twin-a", "twin-b"].map((name) => runs.finished(name)));
  expect(outcomes.map((lines) => lines.at(-1)?.msg).sort()).toEqual(["already done", "executed"]);
  expect((await cleanUps()).length).toBe(before + 1);
  expect(await runs.lease()).toEqual({ holder: "", slot: stamp(20), cursor: "2" });
});

test("the next run goes on from there, though slots were missed in between", async () => {
  await order();
  await runs.forSlot("later", slot(23));
  const [executing] = await runs.finished("later");
  expect(executing).toMatchObject({ slot: stamp(23), since: stamp(20), cursor: "2" });
  expect(await runs.lease()).toMatchObject({ slot: stamp(23), cursor: "3" });
});

test("a run whose process is killed in the middle of its work is taken over by another", async () => {
  // Orders is frozen, so that the clean-up hangs in its call.
  const orders = await runs.process("app.kubernetes.io/name=orders");
  process.kill(orders, "SIGSTOP");
  try {
    await runs.forSlot("killed", slot(24));
    await vi.waitFor(async () => expect(await runs.lines("killed")).toMatchObject([{ msg: "executing" }]), 20_000);
    process.kill(await runs.process("batch.kubernetes.io/job-name=killed"), "SIGKILL");
  } finally {
    process.kill(orders, "SIGCONT");
  }
  const { holder } = await runs.lease();
  expect(holder).toMatch(/^killed-/);

  await runs.forSlot("heir", slot(24));
  const [killed, heir] = await Promise.all([runs.finished("killed", "failed"), runs.finished("heir")]);
  expect(heir.at(-1)?.msg).toBe("executed");
  expect(heir[0]?.fence).toBe((killed[0]?.fence ?? 0) + 1);
  expect(await runs.lease()).toMatchObject({ holder: "", slot: stamp(24) });
});

test("a second up changes nothing: neither the migration is run again, nor the task's record taken back", async () => {
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode, all).toBe(0);
  expect(all).toMatch(/Resources:\s+\d+ unchanged/);
  expect(await runs.lease()).toMatchObject({ slot: stamp(24) });
});

test("a migration that fails ends the up, with its reason, and leaves the old version serving", async () => {
  const pods = () =>
    runs.kubectl("get", "pods", "-l=app.kubernetes.io/name=orders", "-o=jsonpath={.items[*].metadata.uid}");
  const before = await pods();
  checkout.editStack((yaml) =>
    yaml.replace("[--check-config]", "[--config, /nowhere.yaml]").replace("1ms }", '1ms, LOG_LEVEL: "warn" }'),
  );
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode).not.toBe(0);
  expect(all).toMatch(/orders-migration-\w+ failed: \[BackoffLimitExceeded\]/);
  expect(await pods()).toBe(before);
  await order();
});

test("the next up tries the same migration anew, and a repaired one is rolled out", async () => {
  const uid = () =>
    runs.kubectl("get", "jobs", "-l=app.kubernetes.io/name=orders-migration", "-o=jsonpath={.items[*].metadata.uid}");
  const before = await uid();
  expect((await checkout.engine("up")).exitCode).not.toBe(0);
  expect(await uid()).not.toBe(before);

  checkout.editStack((yaml) => yaml.replace("[--config, /nowhere.yaml]", "[--check-config]"));
  const { exitCode, all } = await checkout.engine("up");
  expect(exitCode, all).toBe(0);
  const { stdout } = await execa("kubectl", [
    "-n",
    "tasks",
    "get",
    "jobs",
    "-l=app.kubernetes.io/name=orders-migration",
  ]);
  expect(stdout).toMatch(/Complete/);
});
