import { describe, expect, test } from "vitest";
import { selectorOf } from "../../../../../../lab/plugins/kubernetes/await/pods.ts";
import { problemsOf } from "../../../../../../lab/plugins/kubernetes/await/problems.ts";
import type { KubernetesObject } from "../../../../../../lab/plugins/kubernetes/objects.ts";

const pod = (status: object): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web-1", namespace: "shop", uid: "pod-1" },
  status,
});
const event = (uid: string, reason: string, message: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Event",
  metadata: {},
  involvedObject: { uid },
  reason,
  message,
});
const waiting = (reason: string, message = "") => ({ name: "web", state: { waiting: { reason, message } } });
const messages = (status: object, events: KubernetesObject[] = []) =>
  problemsOf({ pods: [pod(status)] }, events).map(({ message }) => message);

describe("what is wrong with a pod", () => {
  test.each([
    [
      "an image that cannot be pulled",
      { containerStatuses: [waiting("ImagePullBackOff", 'Back-off pulling image "x"')] },
      'Pod shop/web-1: container web: [ImagePullBackOff] Back-off pulling image "x"',
    ],
    [
      "a crash loop, with how the container ended",
      {
        containerStatuses: [
          {
            ...waiting("CrashLoopBackOff", "back-off 10s"),
            lastState: { terminated: { exitCode: 2, reason: "Error" } },
          },
        ],
      },
      "Pod shop/web-1: container web: [CrashLoopBackOff] back-off 10s; it exited with 2 [Error]",
    ],
    [
      "an init container that fails",
      { initContainerStatuses: [{ name: "init", state: { terminated: { exitCode: 1, reason: "Error" } } }] },
      "Pod shop/web-1: container init: it exited with 1 [Error]",
    ],
    [
      "no node for it",
      {
        conditions: [
          { type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/1 nodes are available" },
        ],
      },
      "Pod shop/web-1: [Unschedulable] 0/1 nodes are available",
    ],
    [
      "eviction",
      { phase: "Failed", reason: "Evicted", message: "low on memory" },
      "Pod shop/web-1: [Evicted] low on memory",
    ],
  ])("%s", (_, status, expected) => {
    expect(messages(status)).toEqual([expected]);
  });

  test("nothing while it starts, and nothing once it is ready or done", () => {
    expect(messages({ containerStatuses: [waiting("ContainerCreating")] })).toEqual([]);
    expect(
      messages({ phase: "Succeeded", containerStatuses: [{ name: "web", state: { terminated: { exitCode: 0 } } }] }),
    ).toEqual([]);
    const recovered = {
      conditions: [{ type: "Ready", status: "True" }],
      containerStatuses: [waiting("CrashLoopBackOff")],
    };
    expect(messages(recovered, [event("pod-1", "FailedMount", "once")])).toEqual([]);
  });

  test("events tell of mounts; those of other objects and of no interest do not", () => {
    const events = [
      event("pod-1", "FailedMount", "no such secret"),
      event("pod-2", "FailedMount", "other"),
      event("pod-1", "Pulled", ""),
    ];
    expect(messages({}, events)).toEqual(["Pod shop/web-1: [FailedMount] no such secret"]);
  });

  test("an event that repeats is one problem, with its latest message; a failing probe is usual while a pod starts", () => {
    const events = [event("pod-1", "Unhealthy", "503"), event("pod-1", "Unhealthy", "500")];
    expect(problemsOf({ pods: [pod({})] }, events)).toEqual([
      { key: "pod-1/Unhealthy", message: "Pod shop/web-1: [Unhealthy] 500", usual: true },
    ]);
  });
});

test("a quota that keeps pods from being made is told by their owner's events", () => {
  const owner = {
    apiVersion: "apps/v1",
    kind: "ReplicaSet",
    metadata: { name: "web-5", namespace: "shop", uid: "set-1" },
  };
  const problems = problemsOf({ owners: [owner] }, [event("set-1", "FailedCreate", "exceeded quota: small")]);
  expect(problems.map(({ message }) => message)).toEqual([
    "ReplicaSet shop/web-5: [FailedCreate] exceeded quota: small",
  ]);
});

test("a workload's selector becomes a query with all of its expressions", () => {
  const matchExpressions = [
    { key: "tier", operator: "In", values: ["a", "b"] },
    { key: "env", operator: "NotIn", values: ["c"] },
    { key: "x", operator: "Exists" },
    { key: "y", operator: "DoesNotExist" },
  ];
  const workload = { ...pod({}), spec: { selector: { matchLabels: { app: "web" }, matchExpressions } } };
  expect(selectorOf(workload)).toBe("app=web,tier in (a,b),env notin (c),x,!y");
});
