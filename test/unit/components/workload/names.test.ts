import fc from "fast-check";
import { expect, test } from "vitest";
import { Service } from "../../../../components/index.ts";
import { selectorLabels } from "../../../../components/workload/labels.ts";
import { deploymentSpec } from "../../../../components/workload/deployment.ts";
import { daemonSetSpec } from "../../../../components/workload/daemon-set.ts";
import { statefulSetSpec } from "../../../../components/workload/stateful-set.ts";
import { serviceSpec } from "../../../../components/workload/spec.ts";
import { recorded } from "../recorded.ts";
import { least, proxy } from "./arguments.ts";

const name = fc.stringMatching(/^[a-z][-a-z0-9]{0,38}[a-z0-9]$/);
const volume = fc.stringMatching(/^[a-z][-a-z0-9]{0,18}[a-z0-9]$/);

/** Longest of what a controller adds to a name: a StatefulSet's revision, which becomes a label of its pods. */
const REVISION = "-6c5b5b5b5b".length;

test("every name fits into a DNS label, with what the controllers add to it, for any names that are accepted", async () => {
  const run = fc.asyncProperty(name, volume, fc.constantFrom("Deployment", "StatefulSet"), async (own, data, kind) => {
    const { resources } = await recorded(
      () =>
        new Service(own, {
          ...least,
          kind: kind,
          autoscaling: { min: 2, max: 3 },
          volumes: [{ name: data, mountPath: "/data", claim: { size: "1Gi", accessMode: "ReadWriteMany" } }],
        }),
    );
    const objects = resources.flatMap(({ inputs }) => (inputs.metadata as { name: string } | undefined)?.name ?? []);
    expect(objects.length).toBeGreaterThan(4);
    for (const object of objects) expect(object).toMatch(/^[a-z][-a-z0-9]{0,61}[a-z0-9]$/);
    expect(own.length + REVISION).toBeLessThanOrEqual(63);
  });
  await fc.assert(run, { numRuns: 30 });
});

test("names are stable: the same arguments twice are the same objects", async () => {
  const names = async () => {
    const { resources } = await recorded(() => new Service("orders", { ...least, kind: "StatefulSet", replicas: 2 }));
    return resources.map(({ inputs }) => (inputs.metadata as { name: string } | undefined)?.name);
  };
  expect(await names()).toEqual(await names());
});

test("the Kubernetes name is the argument's, where there is one, and children keep the component's", async () => {
  const { resources } = await recorded(() => new Service("east-orders", { ...least, name: "orders" }));
  const objects = resources.filter(({ type }) => type.startsWith("kubernetes:"));
  for (const { name: child, inputs } of objects) {
    expect(child).toBe("east-orders");
    expect(inputs).toMatchObject({ metadata: { name: "orders" } });
  }
});

test("a selector follows from the name alone, whatever else is said", () => {
  const args = fc.record({
    kind: fc.constantFrom("Deployment" as const, "StatefulSet" as const),
    replicas: fc.integer({ min: 1, max: 100 }),
    profile: fc.constantFrom("web" as const, "batch" as const, "cache" as const),
    critical: fc.boolean(),
    env: fc.dictionary(fc.stringMatching(/^[A-Z]{1,6}$/), fc.string()),
    image: fc.string(),
    namespace: fc.string(),
    grpcPort: fc.option(fc.integer({ min: 10_000, max: 60_000 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(name, args, (own, others) => {
      const spec = serviceSpec(own, others);
      for (const of of [deploymentSpec(spec), statefulSetSpec(spec), daemonSetSpec(spec)]) {
        expect(of.selector).toEqual({ matchLabels: selectorLabels(own) });
        const { labels } = (of.template as { metadata: { labels: object } }).metadata;
        expect(labels).toMatchObject(selectorLabels(own));
      }
    }),
  );
});

const tmp = { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "1Mi" } };

test.each([
  [{ name: "a".repeat(41) }, /name a{41} \(41 characters\) must be .* at most 40; shorten or rewrite it/],
  [{ name: "Orders" }, /name Orders \(6 characters\) must be lower-case/],
  [{ sidecars: [{ ...proxy, name: "orders" }] }, /container orders: the name is taken; give it another/],
  [{ sidecars: [proxy], initContainers: [proxy] }, /container proxy: the name is taken/],
  [{ volumes: [{ ...tmp, name: "a".repeat(21) }] }, /volume a{21} \(21 characters\) must be .* at most 20/],
])("refuses %j", (args, message) => {
  expect(() => serviceSpec("orders", { ...least, ...args })).toThrow(message);
});
