import { expect, test } from "vitest";
import { Service, type ServiceArgs } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const args: ServiceArgs = {
  namespace: "shop",
  image: "r.dev/orders@sha256:abc",
  env: { DATABASE: "orders" },
  migration: { args: ["migrate", "--up"] },
};

async function job(change: Partial<ServiceArgs> = {}) {
  const { resources } = await recorded(() => new Service("orders", { ...args, ...change }));
  const inputs = resources.find(({ type }) => type.endsWith(":Job"))?.inputs as Plain | undefined;
  return { inputs, resources, name: inputs?.metadata.name };
}

interface Plain {
  metadata: { name: string; annotations: Record<string, string> };
}

test("a service without a migration has no job", async () => {
  expect((await job({ migration: undefined })).inputs).toBeUndefined();
});

test("the migration is the service's image and environment, once, under an account without rights", async () => {
  const { inputs, resources } = await job();
  expect(inputs).toMatchObject({
    spec: {
      backoffLimit: 1,
      activeDeadlineSeconds: 300,
      template: {
        metadata: { labels: { "app.kubernetes.io/name": "orders-migration" } },
        spec: {
          restartPolicy: "Never",
          serviceAccountName: "orders-migration",
          automountServiceAccountToken: false,
          containers: [
            {
              image: "r.dev/orders@sha256:abc",
              args: ["migrate", "--up"],
              env: expect.arrayContaining([{ name: "DATABASE", value: "orders" }]) as unknown,
            },
          ],
        },
      },
    },
  });
  expect(resources.filter(({ type }) => type.endsWith("ServiceAccount")).map(({ name }) => name)).toEqual([
    "orders",
    "orders-migration",
  ]);
});

test("it is waited for a little longer than it may take, made anew when it failed, and never taken away by time", async () => {
  const { inputs } = await job({ migration: { activeDeadlineSeconds: 40 } });
  expect(inputs?.metadata.annotations).toEqual({
    "pulumi.com/timeoutSeconds": "70",
    "pulumi.com/replaceUnready": "true",
  });
  expect(JSON.stringify(inputs)).not.toContain("ttlSecondsAfterFinished");
});

test("what is unchanged keeps its name, and is not run again; another image, command or variable is another job", async () => {
  const { name } = await job();
  expect(name).toMatch(/^orders-migration-[0-9a-f]{10}$/);
  expect((await job({ replicas: 3 })).name).toBe(name);
  const names = new Set([name]);
  for (const change of [
    { image: "r.dev/orders@sha256:def" },
    { migration: { args: ["migrate"] } },
    { env: { DATABASE: "other" } },
  ]) {
    names.add((await job(change)).name);
  }
  expect(names.size).toBe(4);
});

test("claimed storage stays with the service, temporary folders do not", async () => {
  const volumes = [
    { name: "data", mountPath: "/data", claim: { size: "1Gi" } },
    { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "16Mi" } },
  ];
  const text = JSON.stringify((await job({ volumes })).inputs);
  expect(text).toContain("/tmp");
  expect(text).not.toContain("/data");
});
