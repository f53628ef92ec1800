import { expect, test } from "vitest";
import { parseStack } from "../../../config/stack.ts";

const orders = { name: "orders", tenant: "shop", image: "acme/orders:1" };
const cleanup = { name: "cleanup", tenant: "shop", image: "acme/cleanup:1", schedule: "0 2 * * *" };
const valid = {
  environment: "dev",
  cluster: { context: "lab" },
  images: { registry: "localhost:5000/slipway" },
  tenants: [{ name: "shop" }, { name: "back" }],
  services: [orders],
};

function clustersOf(stack: Record<string, unknown>) {
  const parsed = parseStack({ ...valid, ...stack }, "dev");
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  return parsed.config.clusters.map(({ tenants }) => ({
    tenants,
    services: tenants.flatMap(({ services }) => services),
    tasks: tenants.flatMap(({ tasks }) => tasks),
  }));
}

test("a task has the variables of the stack below its own, and the profile for batches", () => {
  const task = { ...cleanup, env: { B: "task" } };
  const [cluster] = clustersOf({ env: { A: "stack", B: "stack" }, tasks: [task] });
  expect(cluster?.tasks).toMatchObject([{ name: "cleanup", profile: "batch", env: { A: "stack", B: "task" } }]);
});

test("a call of a task is known at both ends; only with a lease it reaches the API server", () => {
  const calling = { ...cleanup, calls: ["orders"] };
  const leasing = { ...cleanup, name: "leasing", lease: {} };
  const [cluster] = clustersOf({ tasks: [calling, leasing] });
  expect(cluster?.tasks[0]?.network).toMatchObject({ calls: [{ name: "orders", ports: [8080] }], apiServer: [] });
  expect(cluster?.services[0]?.network.callers).toEqual([{ name: "cleanup", namespace: "shop" }]);
  expect(cluster?.tasks[1]?.network.apiServer).not.toEqual([]);
});

test("the migration of a service is let in wherever the service is", () => {
  const db = { ...orders, name: "db", tenant: "back" };
  const migrating = { ...orders, calls: ["db"], migration: { args: ["migrate"] } };
  const [cluster] = clustersOf({ services: [migrating, db] });
  expect(cluster?.services.find(({ name }) => name === "db")?.network.callers).toEqual([
    { name: "orders", namespace: "shop" },
    { name: "orders-migration", namespace: "shop" },
  ]);
});

test("a task runs on every cluster that runs all the services that it names, and its tenant is there", () => {
  const clusters = [
    { name: "east", context: "e", services: ["orders"] },
    { name: "west", context: "w", services: ["billing"] },
  ];
  const billing = { ...orders, name: "billing", tenant: "back" };
  const free = { ...cleanup, name: "free" };
  const runner = { name: "runner", tenant: "back", service: "billing", args: ["report"], schedule: "@daily" };
  const tasks = [{ ...cleanup, calls: ["orders"] }, free, runner];
  const placed = clustersOf({ cluster: undefined, clusters, services: [orders, billing], tasks });
  expect(placed.map(({ tasks }) => tasks.map(({ name }) => name))).toEqual([
    ["cleanup", "free"],
    ["free", "runner"],
  ]);
  expect(placed[1]?.tenants.map(({ name }) => name)).toEqual(["shop", "back"]);
});

const task = (more: object) => ({ tasks: [{ ...cleanup, ...more }] });

test.each([
  [
    "a tenant that is not there",
    task({ tenant: "nope" }),
    "tasks[0].tenant: expected a name under `tenants` (`shop`, `back`)",
  ],
  [
    "two images",
    task({ build: { context: "x" } }),
    "tasks[0].image: expected exactly one of `build`, `image` and `service`",
  ],
  ["no image", task({ image: undefined }), "tasks[0].image: expected exactly one of `build`, `image` and `service`"],
  [
    "the image of a service that is not there",
    task({ image: undefined, service: "ghost", args: ["x"] }),
    "tasks[0].service: expected a name under `services` (`orders`)",
  ],
  [
    "the image of a service, and nothing to run in it",
    task({ image: undefined, service: "orders" }),
    "tasks[0].args: expected `command` or `args`, or it would start the server of `orders`",
  ],
  ["a call of nobody", task({ calls: ["ghost"] }), "tasks[0].calls[0]: expected a name under `services` (`orders`)"],
  [
    "the name of a service",
    task({ name: "orders" }),
    "tasks[0].name: expected a name that no service and no migration",
  ],
  [
    "the name of a migration",
    { ...task({ name: "orders-migration" }), services: [{ ...orders, migration: {} }] },
    "tasks[0].name: expected a name that no service and no migration",
  ],
  ["a name twice", { tasks: [cleanup, cleanup] }, "tasks[1].name: expected a name that is not taken"],
  [
    "a schedule in words",
    task({ schedule: "every night" }),
    "tasks[0].schedule: expected minute, hour, day, month and weekday",
  ],
  ["a deadline that no run meets", task({ startingDeadlineSeconds: 10 }), "tasks[0].startingDeadlineSeconds: expected"],
  [
    "a lease too short to renew",
    task({ lease: { leaseDurationSeconds: 1 } }),
    "tasks[0].lease.leaseDurationSeconds: expected",
  ],
  [
    "a secret without a value",
    task({ secrets: [{ name: "A", key: "a/b" }] }),
    'secrets["a/b"]: expected an encrypted value, which slipway:tasks[0].secrets[0].key asks for',
  ],
  [
    "a file that is not there",
    task({ files: { "a.yaml": { from: "nowhere.yaml" } } }),
    'tasks[0].files["a.yaml"].from',
  ],
  ["a key that there is not", task({ concurrency: 2 }), "tasks[0]"],
])("refuses a task with %s", (_, stack, problem) => {
  const parsed = parseStack({ ...valid, ...stack }, "dev");
  expect(parsed.ok ? [] : parsed.problems.map((line) => line.replace("slipway:", ""))).toContainEqual(
    expect.stringContaining(problem),
  );
});

test("refuses a task that names services of different clusters", () => {
  const clusters = [
    { name: "east", context: "e", services: ["orders"] },
    { name: "west", context: "w", services: ["billing"] },
  ];
  const services = [orders, { ...orders, name: "billing" }];
  const stack = { ...valid, cluster: undefined, clusters, services, ...task({ calls: ["orders", "billing"] }) };
  const parsed = parseStack(stack, "dev");
  expect(parsed.ok ? [] : parsed.problems).toContainEqual(
    expect.stringContaining("services of one cluster: `orders`, `billing` have none in common"),
  );
});
