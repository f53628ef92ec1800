import fc from "fast-check";
import { expect, test } from "vitest";
import { footprint, type ServiceArgs } from "../../../../components/index.ts";
import { least } from "./arguments.ts";

const MI = 2 ** 20;
const container = (name: string, cpu: number) => ({
  name,
  image: "r.dev/x@sha256:00",
  resources: { cpu: { request: `${cpu}m`, limit: `${cpu}m` } },
});
const pods = (args: Partial<ServiceArgs>) => footprint({ ...least, ...args }).pods;

test("a web service takes its profile, once for each pod and once more for a rollout", () => {
  expect(footprint({ ...least, replicas: 3 })).toEqual({
    pods: 4,
    requests: { cpu: 200, memory: 128 * MI, storage: 32 * MI },
    limits: { cpu: 500, memory: 256 * MI, storage: 256 * MI },
  });
});

test("pods at most: of an autoscaler, of what replaces in place, of what the nodes decide", () => {
  expect(pods({ autoscaling: { max: 9 } })).toBe(10);
  expect(pods({ kind: "StatefulSet", replicas: 3 })).toBe(3);
  expect(pods({ volumes: [{ name: "data", mountPath: "/data", claim: { size: "1Gi" } }] })).toBe(1);
  expect(pods({ kind: "DaemonSet" })).toBeUndefined();
});

test("sidecars count beside the larger of the service and each init container, as the scheduler counts", () => {
  const amount = fc.integer({ min: 1, max: 4000 });
  const some = fc.array(amount, { maxLength: 4 });
  fc.assert(
    fc.property(amount, some, some, (own, inits, sidecars) => {
      const { requests, limits } = footprint({
        ...least,
        resources: { cpu: { request: `${own}m`, limit: `${own}m` } },
        initContainers: inits.map((cpu, n) => container(`init-${n}`, cpu)),
        sidecars: sidecars.map((cpu, n) => ({
          ...container(`sidecar-${n}`, cpu),
          port: 10_000 + n,
          probes: { readiness: { path: "/ready" } },
        })),
      });
      // The formula of KEP-753, with the sidecars first, as the pods have them.
      const beside = sidecars.reduce((sum, cpu) => sum + cpu, 0);
      const expected = Math.max(own + beside, ...inits.map((cpu) => cpu + beside));
      expect(requests.cpu).toBe(expected);
      expect(limits.cpu).toBe(expected);
    }),
  );
});

test("a critical service asks for all that it may use", () => {
  const { requests, limits } = footprint({ ...least, critical: true });
  expect(requests).toEqual(limits);
});
