import { expect, test } from "vitest";
import { autoscalerSpec, type AutoscalingArgs } from "../../../../components/workload/autoscaling.ts";
import { deploymentSpec } from "../../../../components/workload/deployment.ts";
import { statefulSetSpec } from "../../../../components/workload/stateful-set.ts";
import { toleratesDisruption } from "../../../../components/workload/disruption.ts";
import { specOf } from "./arguments.ts";

function autoscaler(autoscaling: AutoscalingArgs) {
  return autoscalerSpec(specOf({ autoscaling }), autoscaling) as { metrics: object[] };
}

test("CPU of the service's own container at 70 %, unless something else is measured", () => {
  expect(autoscaler({ max: 5 })).toMatchObject({
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "orders" },
    minReplicas: 2,
    maxReplicas: 5,
    metrics: [
      {
        type: "ContainerResource",
        containerResource: {
          container: "orders",
          name: "cpu",
          target: { type: "Utilization", averageUtilization: 70 },
        },
      },
    ],
  });
  expect(autoscaler({ max: 5, memory: 80 }).metrics).toHaveLength(1);
});

test("every kind of metric", () => {
  const target = { type: "AverageValue", averageValue: "10" };
  const { metrics } = autoscaler({
    max: 5,
    cpu: 60,
    memory: 80,
    pods: [{ metric: "requests", averageValue: "10" }],
    objects: [{ metric: "depth", apiVersion: "mq.dev/v1", kind: "Queue", name: "q", averageValue: "10" }],
    external: [{ metric: "lag", selector: { topic: "orders" }, averageValue: "10" }],
  });
  expect(metrics.slice(2)).toEqual([
    { type: "Pods", pods: { metric: { name: "requests" }, target } },
    {
      type: "Object",
      object: {
        describedObject: { apiVersion: "mq.dev/v1", kind: "Queue", name: "q" },
        metric: { name: "depth" },
        target,
      },
    },
    { type: "External", external: { metric: { name: "lag", selector: { matchLabels: { topic: "orders" } } }, target } },
  ]);
});

test("up at once, down after five minutes, or as it says", () => {
  const windows = (up: number, down: number) => ({
    behavior: {
      scaleUp: { stabilizationWindowSeconds: up },
      scaleDown: { stabilizationWindowSeconds: down },
    },
  });
  expect(autoscaler({ max: 5 })).toMatchObject(windows(0, 300));
  expect(autoscaler({ max: 5, stabilization: { up: 15, down: 60 } })).toMatchObject(windows(15, 60));
});

test("who is scaled states no number of pods", () => {
  const autoscaling = { max: 5 };
  expect(deploymentSpec(specOf({ autoscaling }))).not.toHaveProperty("replicas");
  expect(statefulSetSpec(specOf({ kind: "StatefulSet", autoscaling }))).not.toHaveProperty("replicas");
  expect(deploymentSpec(specOf({ replicas: 4 }))).toHaveProperty("replicas", 4);
});

test("there is a disruption budget where the autoscaler leaves two pods at least", () => {
  expect(toleratesDisruption(specOf({ autoscaling: { min: 1, max: 5 } }))).toBe(false);
  expect(toleratesDisruption(specOf({ autoscaling: { min: 2, max: 5 } }))).toBe(true);
});

test.each([
  [{ min: 3, max: 2 }, "autoscaling: min (3) exceeds max (2); raise max or lower min."],
  [{ min: 0, max: 2 }, "autoscaling: min (0) must be 1 or more"],
  [{ max: 2, stabilization: { down: 3601 } }, "autoscaling.stabilization.down (3601 s) exceeds 3600 s"],
])("refuses %j", (autoscaling, message) => {
  expect(() => specOf({ autoscaling })).toThrow(message);
});
