import fc from "fast-check";
import { expect, test } from "vitest";
import { deploymentSpec } from "../../../../components/workload/deployment.ts";
import { budget } from "../../../../components/workload/probes.ts";
import { awaitAnnotations } from "../../../../components/workload/rollout.ts";
import { specOf } from "./arguments.ts";

test("a pod has its whole startup time before the rollout counts as stuck, and Pulumi waits longer than Kubernetes", () => {
  const arguments_ = fc.record({
    failures: fc.integer({ min: 1, max: 300 }),
    replicas: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(arguments_, ({ failures, replicas }) => {
      const spec = specOf({ replicas, probes: { startup: { failures } } });
      const { progressDeadlineSeconds } = deploymentSpec(spec) as { progressDeadlineSeconds: number };
      const waits = Number(awaitAnnotations(spec)["pulumi.com/timeoutSeconds"]);
      expect(progressDeadlineSeconds).toBeGreaterThan(budget(spec.probes.startup));
      expect(waits).toBeGreaterThan(progressDeadlineSeconds);
      expect(waits).toBeGreaterThan(replicas * budget(spec.probes.startup));
    }),
  );
});
