import { expect, test } from "vitest";
import type { ScheduledTaskArgs } from "../../../../components/task/args.ts";
import { cronJobSpec } from "../../../../components/task/cron-job.ts";
import { taskSpec } from "../../../../components/task/spec.ts";

const args: ScheduledTaskArgs = {
  namespace: "shop",
  image: "r.dev/cleanup@sha256:abc",
  schedule: "0 2 * * *",
  env: { ORDERS_URL: "http://orders:8080", GOGC: "50" },
};
// Plain JSON: the SDK's types allow an Output anywhere, and here there is none.
const spec = (change: Partial<ScheduledTaskArgs> = {}) =>
  JSON.parse(JSON.stringify(cronJobSpec(taskSpec("cleanup", { ...args, ...change })))) as Plain;

interface Plain {
  jobTemplate: { spec: { template: { spec: { containers: { env: { name: string; value?: string }[] }[] } } } };
}

const podOf = (plain: Plain) => plain.jobTemplate.spec.template.spec;

test("runs one at a time, with a deadline for the start and one for the work, and goes after a day", () => {
  expect(spec()).toMatchObject({
    schedule: "0 2 * * *",
    timeZone: "Etc/UTC",
    concurrencyPolicy: "Forbid",
    startingDeadlineSeconds: 600,
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 3,
    jobTemplate: {
      spec: {
        parallelism: 1,
        completions: 1,
        backoffLimit: 2,
        activeDeadlineSeconds: 3600,
        ttlSecondsAfterFinished: 86_400,
        podReplacementPolicy: "Failed",
        template: { spec: { restartPolicy: "Never" } },
      },
    },
  });
});

test("a wrong configuration ends the attempts, an eviction counts as none", () => {
  expect(spec()).toMatchObject({
    jobTemplate: {
      spec: {
        podFailurePolicy: {
          rules: [
            { action: "FailJob", onExitCodes: { containerName: "cleanup", operator: "In", values: [78] } },
            { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
          ],
        },
      },
    },
  });
});

test("its pods are as secure as a service's, with the profile for batches", () => {
  expect(podOf(spec())).toMatchObject({
    serviceAccountName: "cleanup",
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "cleanup",
        image: "r.dev/cleanup@sha256:abc",
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
        resources: { requests: { cpu: "500m", memory: "512Mi" } },
      },
    ],
  });
});

test("the variables are sorted, the task's own win over the Go runtime's, and without a lease there are no others", () => {
  const [container] = podOf(spec()).containers;
  expect(container?.env.map(({ name, value }) => `${name}=${value ?? ""}`)).toEqual([
    "GOGC=50",
    "GOMAXPROCS=1",
    "GOMEMLIMIT=691MiB",
    "ORDERS_URL=http://orders:8080",
    "OTEL_SERVICE_NAME=cleanup",
  ]);
});

test("only a task with a lease gets a token, and learns who it is and which slot it is for", () => {
  const pod = podOf(spec({ lease: { leaseDurationSeconds: 5 } }));
  expect(pod).toMatchObject({ automountServiceAccountToken: true });
  expect(pod.containers[0]?.env).toEqual(
    expect.arrayContaining([
      { name: "TASK_JOB", valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } } },
      { name: "TASK_LEASE", value: "cleanup" },
      { name: "TASK_LEASE_DURATION", value: "5s" },
      { name: "TASK_NAME", value: "cleanup" },
      { name: "TASK_POD", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    ]),
  );
});
