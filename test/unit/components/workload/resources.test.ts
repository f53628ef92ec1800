import fc from "fast-check";
import { expect, test } from "vitest";
import { profiles, type ProfileName } from "../../../../components/workload/profiles.ts";
import { effectiveResources, goRuntime, resourceRequirements } from "../../../../components/workload/resources.ts";
import { podTemplate } from "../../../../components/workload/pods.ts";
import { proxy, specOf } from "./arguments.ts";

const names = Object.keys(profiles) as ProfileName[];

test.each(names)("profile %s: the Go heap stays below the limit, requests below limits", (profile) => {
  const { cpu, memory } = profiles[profile];
  const resources = effectiveResources({ profile });
  const { GOMEMLIMIT, GOMAXPROCS } = goRuntime(resources);
  expect(Number.parseInt(GOMEMLIMIT)).toBeLessThan(memory.limit);
  expect(Number.parseInt(GOMEMLIMIT)).toBeGreaterThan(memory.limit * 0.89);
  expect(Number(GOMAXPROCS) * 1000).toBeGreaterThanOrEqual(cpu.limit);
  expect(cpu.request).toBeLessThanOrEqual(cpu.limit);
  expect(memory.request).toBeLessThanOrEqual(memory.limit);
  expect(resourceRequirements(resources)).toMatchObject({
    limits: { memory: `${memory.limit}Mi` },
    requests: { cpu: `${cpu.request}m` },
  });
});

test("the Go runtime follows the limits in force, whatever they are", () => {
  const limits = fc.record({
    cpu: fc.integer({ min: 500, max: 64_000 }),
    memory: fc.integer({ min: 256, max: 65_536 }),
  });
  fc.assert(
    fc.property(limits, ({ cpu, memory }) => {
      const resources = effectiveResources({
        resources: { cpu: { limit: `${cpu}m` }, memory: { limit: `${memory}Mi` } },
      });
      const { GOMEMLIMIT, GOMAXPROCS } = goRuntime(resources);
      expect(Number.parseInt(GOMEMLIMIT)).toBeLessThan(memory);
      expect(Number.parseInt(GOMEMLIMIT)).toBeGreaterThan(memory * 0.9 - 1.01);
      expect(Number(GOMAXPROCS)).toBe(Math.ceil(cpu / 1000));
    }),
  );
});

test.each(names)("a critical %s service is Guaranteed: requests equal limits in every container", (profile) => {
  const { containers, initContainers } = podTemplate(
    specOf({
      profile,
      critical: true,
      initContainers: [{ name: "schema", image: "r.dev/schema@sha256:00" }],
      sidecars: [{ ...proxy, resources: { cpu: { limit: "300m" } } }],
      volumes: [{ name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "64Mi" } }],
    }),
  ).spec as unknown as Record<string, { resources: { requests: object; limits: object } }[]>;
  const all = [...(containers ?? []), ...(initContainers ?? [])];
  expect(all).toHaveLength(3);
  for (const { resources } of all) expect(resources.requests).toEqual(resources.limits);
  expect(all[0]?.resources.limits).toMatchObject({ memory: `${profiles[profile].memory.limit}Mi` });
});

test("a critical service takes the one bound that it states for both", () => {
  for (const bound of ["request", "limit"]) {
    const { memory } = effectiveResources({ critical: true, resources: { memory: { [bound]: "512Mi" } } });
    expect(memory).toEqual({ request: 2 ** 29, limit: 2 ** 29 });
  }
});

test.each([
  [{ cpu: { limit: "100m" } }, "resources.cpu: request (200m) is above the limit (100m); raise the limit or lower"],
  [
    { memory: { request: "1Gi" } },
    "resources.memory: request (1Gi) is above the limit (256Mi); raise the limit or lower",
  ],
  [{ memory: { request: "0" } }, "resources.memory: request (0) must be above 0"],
  [{ cpu: { request: "lots" } }, '"lots" is no quantity; write it like 500m, 2 or 512Mi.'],
])("refuses %o", (resources, message) => {
  expect(() => specOf({ resources })).toThrow(message);
});

test("refuses a critical service whose bounds differ, naming both", () => {
  const resources = { cpu: { request: "250m", limit: "500m" } };
  expect(() => specOf({ critical: true, resources })).toThrow(
    "service orders: resources.cpu: request (250m) is below the limit (500m), but critical: true wants them equal",
  );
});

test("the size of temporary volumes is added to what the kubelet lets the container write", () => {
  const volumes = [{ name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "1Gi" } }];
  expect(specOf({ volumes }).resources.storage.limit).toBe(specOf().resources.storage.limit + 2 ** 30);
});
