import { Deployment } from "@pulumi/kubernetes/apps/v1/index.js";
import { Job } from "@pulumi/kubernetes/batch/v1/index.js";
import { Service } from "@pulumi/kubernetes/core/v1/index.js";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labImageReference } from "../../../../lab/images/index.ts";
import { TestStack, kubectl, temporaryNamespace } from "./engine.ts";

const image = labImageReference("pause");
const labels = { app: "web" };

interface Shape {
  image?: string;
  annotations?: Record<string, string>;
  progressDeadlineSeconds?: number;
  options?: CustomResourceOptions;
}

let namespace: string;
let stack: TestStack;
beforeAll(async () => {
  namespace = await temporaryNamespace("rollouts");
  stack = await TestStack.create();
});
afterAll(async () => {
  const gone = await stack.destroy();
  expect(gone.failed, gone.text).toBe(false);
  await kubectl("delete", "namespace", namespace, "--wait=false");
});

/** A deployment and the service in front of it. */
const web =
  (shape: Shape = {}) =>
  () => {
    const metadata = { namespace, name: "web" };
    const pod = { terminationGracePeriodSeconds: 0, containers: [{ name: "web", image: shape.image ?? image }] };
    new Deployment(
      "web",
      {
        metadata: { ...metadata, annotations: shape.annotations ?? {} },
        spec: {
          replicas: 2,
          selector: { matchLabels: labels },
          progressDeadlineSeconds: shape.progressDeadlineSeconds ?? 60,
          strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
          template: { metadata: { labels }, spec: pod },
        },
      },
      shape.options,
    );
    new Service("front", {
      metadata: { ...metadata, name: "front" },
      spec: { selector: labels, ports: [{ port: 80 }] },
    });
    return Promise.resolve();
  };

const availableReplicas = (): Promise<string> =>
  kubectl("get", "deployment", "-n", namespace, "web", "-o", "jsonpath={.status.availableReplicas}");

test("up returns when the pods serve and the service has endpoints, and says what it waits for", async () => {
  const outcome = await stack.up(web());
  expect(outcome.failed, outcome.text).toBe(false);
  expect(outcome.messages.join("\n")).toContain("[1/2] Waiting for web");
  expect(await availableReplicas()).toBe("2");
  expect((await stack.up(web())).steps).toMatchObject({ web: ["same"], front: ["same"] });
});

test("an image that cannot be pulled fails at the annotation's timeout, naming image and pod; the old pods serve on", async () => {
  const missing = "localhost:5000/slipway/pause:no-such-tag";
  const broken = web({ image: missing, annotations: { "pulumi.com/timeoutSeconds": "8" } });
  const outcome = await stack.up(broken);
  expect(outcome.failed).toBe(true);
  expect(outcome.text).toMatch(/Deployment \S+\/web is not ready: timed out after 8 s/);
  expect(outcome.text).toMatch(/Pod \S+: container web: \[(ErrImagePull|ImagePullBackOff)\].*no-such-tag/);
  expect(await availableReplicas()).toBe("2");
  expect(stack.state().resource("web")?.initErrors).toHaveLength(2);
});

test("what failed to come up is in the state, and the next up tries again as an update", async () => {
  const again = await stack.up(
    web({ image: "localhost:5000/slipway/pause:no-such-tag", options: { customTimeouts: { update: "2s" } } }),
  );
  expect(again.failed).toBe(true);
  expect(again.text).toContain("timed out after 2 s");

  const repaired = await stack.up(web());
  expect(repaired.failed, repaired.text).toBe(false);
  expect(repaired.steps.web).toEqual(["update"]);
  expect(stack.state().resource("web")?.initErrors ?? []).toEqual([]);
});

test("a deployment that runs into its progress deadline fails then, and not at the timeout", async () => {
  const started = Date.now();
  const outcome = await stack.up(
    web({ image: "localhost:5000/slipway/pause:no-such-tag", progressDeadlineSeconds: 3 }),
  );
  expect(outcome.text).toMatch(/web does not progress: \[ProgressDeadlineExceeded\]/);
  expect(Date.now() - started).toBeLessThan(60_000);
});

test("with skipAwait nothing is waited for", async () => {
  const outcome = await stack.up(
    web({ image: "localhost:5000/slipway/pause:not-there", annotations: { "pulumi.com/skipAwait": "true" } }),
  );
  expect(outcome.failed, outcome.text).toBe(false);
  expect((await stack.up(web())).failed).toBe(false);
});

test("a job that fails names its pod and the exit code; a quota in the way is named", async () => {
  const container = { name: "work", image, command: ["/pause"], resources: { requests: { memory: "8Mi" } } };
  const spec = { backoffLimit: 0, template: { spec: { restartPolicy: "Never", containers: [container] } } };
  const deadline = { ...spec, activeDeadlineSeconds: 1 };
  const failing = await stack.up(async () => {
    await web()();
    new Job("work", { metadata: { namespace, name: "work" }, spec: deadline });
  });
  expect(failing.text).toMatch(/work failed: \[DeadlineExceeded\]/);

  await kubectl("create", "quota", "none", "-n", namespace, "--hard=requests.memory=1Mi");
  const refused = await stack.up(async () => {
    await web()();
    const annotations = { "pulumi.com/timeoutSeconds": "8", "pulumi.com/replaceUnready": "true" };
    new Job("work", { metadata: { namespace, name: "work", annotations }, spec });
  });
  expect(refused.steps.work).toContain("replace");
  expect(refused.text).toMatch(/Job \S+\/work: \[FailedCreate\].*exceeded quota: none/);
});
