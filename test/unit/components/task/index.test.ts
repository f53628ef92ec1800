import { expect, test } from "vitest";
import { ScheduledTask, taskFootprint } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const args = { namespace: "shop", image: "r.dev/cleanup:1", schedule: "0 2 * * *" };

test("a task without a lease is an account without rights and a CronJob", async () => {
  const { resources } = await recorded(() => new ScheduledTask("cleanup", args));
  expect(resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
    "kubernetes:batch/v1:CronJob cleanup",
    "kubernetes:core/v1:ServiceAccount cleanup",
    "slipway:index:ScheduledTask cleanup",
  ]);
});

test("a task with a lease may read and change that one object, and nothing else", async () => {
  const { resources } = await recorded(() => new ScheduledTask("eu-cleanup", { ...args, name: "cleanup", lease: {} }));
  const inputsOf = (kind: string) => resources.find(({ type }) => type.endsWith(`:${kind}`))?.inputs;
  // Nothing but its name: what the runs write is not Pulumi's.
  expect(Object.keys(inputsOf("Lease") ?? {}).sort()).toEqual(["apiVersion", "kind", "metadata"]);
  expect(inputsOf("Lease")).toMatchObject({ metadata: { name: "cleanup", namespace: "shop" } });
  expect(inputsOf("Role")).toMatchObject({
    rules: [
      {
        apiGroups: ["coordination.k8s.io"],
        resources: ["leases"],
        resourceNames: ["cleanup"],
        verbs: ["get", "patch"],
      },
    ],
  });
  expect(inputsOf("RoleBinding")).toMatchObject({
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "cleanup" },
    subjects: [{ kind: "ServiceAccount", name: "cleanup", namespace: "shop" }],
  });
  expect(inputsOf("ServiceAccount")).toMatchObject({ automountServiceAccountToken: false });
});

test("what a task may talk to is a policy for its own pods, which listen to nobody", async () => {
  const network = { calls: [{ name: "orders", namespace: "shop", ports: [8080] }] };
  const { resources } = await recorded(() => new ScheduledTask("cleanup", { ...args, network }));
  expect(resources.find(({ type }) => type.endsWith("NetworkPolicy"))?.inputs).toMatchObject({
    spec: { podSelector: { matchLabels: { "app.kubernetes.io/name": "cleanup" } }, ingress: [] },
  });
});

test("files and secrets reach a task as they reach a service", async () => {
  const { resources } = await recorded(
    () =>
      new ScheduledTask("cleanup", {
        ...args,
        files: { "a.yaml": "b" },
        secrets: [{ name: "PASSWORD", value: "s3cret" }],
      }),
    { metadata: { name: "cleanup", uid: "1" } },
  );
  const cronJob = JSON.stringify(resources.find(({ type }) => type.endsWith("CronJob"))?.inputs);
  expect(cronJob).toContain("/etc/cleanup");
  expect(cronJob).toContain("/run/secrets/cleanup");
  expect(cronJob).not.toContain("s3cret");
});

test("takes one pod from the quota", () => {
  expect(taskFootprint(args)).toEqual({
    pods: 1,
    requests: { cpu: 500, memory: 512 * 2 ** 20, storage: 32 * 2 ** 20 },
    limits: { cpu: 1000, memory: 768 * 2 ** 20, storage: 256 * 2 ** 20 },
  });
});
