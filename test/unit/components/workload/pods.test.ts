import fc from "fast-check";
import { expect, test } from "vitest";
import { withDefaults } from "../../../../components/workload/args.ts";
import { awaitAnnotations, deploymentSpec } from "../../../../components/workload/deployment.ts";
import { podTemplate } from "../../../../components/workload/pods.ts";
import { probes, STARTUP_SECONDS } from "../../../../components/workload/probes.ts";
import {
  goRuntime,
  profiles,
  resourceRequirements,
  type ProfileName,
} from "../../../../components/workload/resources.ts";
import { shutdown } from "../../../../components/workload/shutdown.ts";

const spec = withDefaults({ namespace: "shop", image: "r.dev/orders@sha256:00" });

test("the order of variables in a stack file does not change the pods", () => {
  const env = fc.dictionary(fc.stringMatching(/^[A-Z]{1,6}$/), fc.string());
  fc.assert(
    fc.property(env, (variables) => {
      const reversed = Object.fromEntries(Object.entries(variables).reverse());
      expect(podTemplate("orders", { ...spec, env: variables })).toEqual(
        podTemplate("orders", { ...spec, env: reversed }),
      );
    }),
  );
});

test("a service's own variables win over the defaults", () => {
  const template = podTemplate("orders", { ...spec, env: { GOGC: "off" } });
  const [container] = (template.spec as { containers: { env: object[] }[] }).containers;
  expect(container?.env.filter((variable) => "name" in variable && variable.name === "GOGC")).toEqual([
    { name: "GOGC", value: "off" },
  ]);
});

test("one pod is not spread; two are, over zones and nodes", () => {
  expect(podTemplate("orders", spec).spec).not.toHaveProperty("topologySpreadConstraints");
  expect(podTemplate("orders", { ...spec, replicas: 2 }).spec).toHaveProperty("topologySpreadConstraints.length", 2);
});

test.each(Object.keys(profiles) as ProfileName[])(
  "profile %s: the Go heap stays below the limit, requests below limits",
  (name) => {
    const { cpu, memory } = profiles[name];
    const { GOMEMLIMIT, GOMAXPROCS } = goRuntime(name);
    expect(Number.parseInt(GOMEMLIMIT)).toBeLessThan(memory.limit);
    expect(Number.parseInt(GOMEMLIMIT)).toBeGreaterThan(memory.limit * 0.89);
    expect(Number(GOMAXPROCS) * 1000).toBeGreaterThanOrEqual(cpu.limit);
    expect(cpu.request).toBeLessThanOrEqual(cpu.limit);
    expect(memory.request).toBeLessThanOrEqual(memory.limit);
    expect(resourceRequirements(name)).toMatchObject({
      limits: { memory: `${memory.limit}Mi` },
      requests: { cpu: `${cpu.request}m` },
    });
  },
);

test("readiness notices a draining pod before the server stops to accept, and the kubelet outwaits both", () => {
  const { readinessProbe } = probes("http") as { readinessProbe: { periodSeconds: number; failureThreshold: number } };
  const { lifecycle, terminationGracePeriodSeconds } = shutdown;
  expect(terminationGracePeriodSeconds).toBeGreaterThan(
    lifecycle.preStop.sleep.seconds + readinessProbe.periodSeconds * readinessProbe.failureThreshold,
  );
});

test("a pod has its whole startup time before the rollout counts as stuck, and Pulumi waits longer than Kubernetes", () => {
  const { startupProbe } = probes("http") as { startupProbe: { periodSeconds: number; failureThreshold: number } };
  const { progressDeadlineSeconds } = deploymentSpec("orders", spec) as { progressDeadlineSeconds: number };
  expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBe(STARTUP_SECONDS);
  expect(progressDeadlineSeconds).toBeGreaterThan(STARTUP_SECONDS);
  expect(Number(awaitAnnotations["pulumi.com/timeoutSeconds"])).toBeGreaterThan(progressDeadlineSeconds);
});
