import { describe, expect, test } from "vitest";
import type { Related } from "../../../../../../lab/plugins/kubernetes/await/verdict.ts";
import { waitOf } from "../../../../../../lab/plugins/kubernetes/await/waits.ts";
import type { KubernetesObject } from "../../../../../../lab/plugins/kubernetes/objects.ts";

interface Shape {
  metadata?: object;
  spec?: object;
  status?: object;
  [field: string]: unknown;
}
function object(apiVersion: string, kind: string, { metadata = {}, ...rest }: Shape): KubernetesObject {
  return { apiVersion, kind, metadata: { name: "it", namespace: "shop", generation: 2, ...metadata }, ...rest };
}

/** The verdict in one word, or the step that is waited for. */
function verdict(
  live: KubernetesObject,
  { before, related = {} }: { before?: KubernetesObject; related?: Related } = {},
): string {
  const seen = waitOf(live, {})?.evaluate({ object: live, before, related });
  if (!seen) return "not waited for";
  return seen.state === "waiting" ? seen.step : seen.state === "failed" ? `failed: ${seen.reason}` : seen.state;
}

const condition = (type: string, status: string, reason = "", message = "") => ({ type, status, reason, message });

describe("Deployment", () => {
  const complete = [condition("Available", "True"), condition("Progressing", "True", "NewReplicaSetAvailable")];
  const rolling = [condition("Available", "True"), condition("Progressing", "True", "ReplicaSetUpdated")];
  const deployment = ({
    conditions = complete,
    revision = "1",
    image = "a",
    observedGeneration = 2,
    replicas = 2,
    updatedReplicas = 2,
  } = {}) =>
    object("apps/v1", "Deployment", {
      metadata: { annotations: { "deployment.kubernetes.io/revision": revision } },
      spec: { replicas, template: { image } },
      status: { observedGeneration, updatedReplicas, availableReplicas: 1, conditions },
    });

  test("is ready when its newest replica set is complete and available", () => {
    expect(verdict(deployment())).toBe("ready");
  });

  test.each([
    ["the controller has not seen the change", deployment({ observedGeneration: 1 })],
    ["the new replica set is not complete", deployment({ conditions: rolling })],
    ["it has no conditions yet", deployment({ conditions: [] })],
  ])("waits while %s, counting pods", (_, live) => {
    expect(verdict(live)).toBe("[1/2] Waiting for it to roll out its newest ReplicaSet (1/2 Pods available)");
  });

  test("waits for availability after the rollout", () => {
    const conditions = [condition("Available", "False"), condition("Progressing", "True", "NewReplicaSetAvailable")];
    expect(verdict(deployment({ conditions }))).toBe("[2/2] Waiting for it to be available (1/2 Pods available)");
  });

  test("is not fooled by the conditions of the rollout before: a changed template needs a new revision", () => {
    expect(verdict(deployment({ image: "b" }), { before: deployment() })).toMatch(/^\[1\/2\]/);
    expect(verdict(deployment({ image: "b", revision: "2" }), { before: deployment() })).toBe("ready");
    expect(verdict(deployment({ replicas: 3 }), { before: deployment() })).toBe("ready");
  });

  test("is not fooled by them on the way back to a replica set that there is, whose pods are still to come", () => {
    const back = { image: "b", revision: "3" };
    expect(verdict(deployment({ ...back, updatedReplicas: 0 }), { before: deployment() })).toMatch(/^\[1\/2\]/);
    expect(verdict(deployment({ ...back, updatedReplicas: 1 }), { before: deployment() })).toMatch(/^\[1\/2\]/);
    expect(verdict(deployment({ ...back, replicas: 0 }), { before: deployment() })).toBe("ready");
    expect(verdict(deployment(back), { before: deployment() })).toBe("ready");
  });

  test("fails as soon as it does not progress", () => {
    const conditions = [condition("Progressing", "False", "ProgressDeadlineExceeded", "timed out progressing")];
    const reason = "failed: it does not progress: [ProgressDeadlineExceeded] timed out progressing";
    expect(verdict(deployment({ conditions }))).toBe(reason);
    // Most often with the first of its new pods.
    const stuck = deployment({ conditions, image: "b", revision: "2", updatedReplicas: 1 });
    expect(verdict(stuck, { before: deployment() })).toBe(reason);
  });

  test("the verdict on a failed rollout does not stand for the one that repairs it", () => {
    const verdictOn = (set: string) => [
      condition("Progressing", "False", "ProgressDeadlineExceeded", `${set} timed out`),
    ];
    const before = deployment({ conditions: verdictOn("b") });
    const repaired = { image: "b", revision: "2" };
    expect(verdict(deployment({ ...repaired, conditions: verdictOn("b") }), { before })).toMatch(/^\[1\/2\]/);
    expect(verdict(deployment({ ...repaired, conditions: verdictOn("c") }), { before })).toMatch(/^failed: /);
  });
});

describe("StatefulSet", () => {
  const set = (status: object, spec: object = {}) =>
    object("apps/v1", "StatefulSet", {
      spec: { replicas: 3, ...spec },
      status: {
        observedGeneration: 2,
        readyReplicas: 3,
        updatedReplicas: 3,
        currentRevision: "b",
        updateRevision: "b",
        ...status,
      },
    });
  test.each([
    ["all replicas run the update revision", set({}), "ready"],
    ["the controller is behind", set({ observedGeneration: 1 }), "[1/3] Waiting for it to be seen by its controller"],
    ["replicas are missing", set({ readyReplicas: 2 }), "[2/3] Waiting for it to be ready (2/3 Pods)"],
    [
      "the update goes on",
      set({ currentRevision: "a", updatedReplicas: 1 }),
      "[3/3] Waiting for it to be updated (1/3 Pods)",
    ],
    [
      "a partition holds the rest back",
      set({ currentRevision: "a", updatedReplicas: 1 }, { updateStrategy: { rollingUpdate: { partition: 2 } } }),
      "ready",
    ],
    [
      "pods are replaced by hand",
      set({ currentRevision: "a", updatedReplicas: 0 }, { updateStrategy: { type: "OnDelete" } }),
      "ready",
    ],
  ])("%s", (_, live, expected) => {
    expect(verdict(live)).toBe(expected);
  });
});

describe("DaemonSet", () => {
  const set = (status: object) =>
    object("apps/v1", "DaemonSet", {
      status: {
        observedGeneration: 2,
        desiredNumberScheduled: 2,
        updatedNumberScheduled: 2,
        numberAvailable: 2,
        ...status,
      },
    });
  test.each([
    ["it is on all nodes", set({}), "ready"],
    ["no node wants it", set({ desiredNumberScheduled: 0, updatedNumberScheduled: 0, numberAvailable: 0 }), "ready"],
    ["a node has an old pod", set({ updatedNumberScheduled: 1 }), "[1/2] Waiting for it to be updated (1/2 nodes)"],
    ["a pod does not serve", set({ numberAvailable: 1 }), "[2/2] Waiting for it to be available (1/2 nodes)"],
  ])("%s", (_, live, expected) => {
    expect(verdict(live)).toBe(expected);
  });
});

test.each([
  [{ conditions: [condition("Complete", "True")] }, "ready"],
  [
    { conditions: [condition("Failed", "True", "BackoffLimitExceeded", "too often")] },
    "failed: it failed: [BackoffLimitExceeded] too often",
  ],
  [{ active: 1 }, "[2/2] Waiting for it to complete"],
  [{}, "[1/2] Waiting for it to start"],
])("a Job with status %j: %s", (status, expected) => {
  expect(verdict(object("batch/v1", "Job", { status }))).toBe(expected);
});

test.each([
  [{ phase: "Running", conditions: [condition("Ready", "True")] }, "ready"],
  [{ phase: "Succeeded" }, "ready"],
  [{ phase: "Failed" }, "failed: it failed"],
  [{ phase: "Pending" }, "[1/3] Waiting for it to be scheduled"],
  [{ phase: "Pending", conditions: [condition("PodScheduled", "True")] }, "[2/3] Waiting for it to be initialised"],
  [
    { phase: "Running", conditions: ["PodScheduled", "Initialized"].map((type) => condition(type, "True")) },
    "[3/3] Waiting for it to be ready",
  ],
])("a Pod with status %j: %s", (status, expected) => {
  expect(verdict(object("v1", "Pod", { status }))).toBe(expected);
});

describe("Service", () => {
  const slices = (...endpoints: object[]) => ({
    endpointSlices: [object("discovery.k8s.io/v1", "EndpointSlice", { endpoints })],
  });
  const ready = slices({ conditions: { ready: true } });
  const selecting = { selector: { app: "web" } };
  const address = { status: { loadBalancer: { ingress: [{ ip: "192.0.2.1" }] } } };
  const idle = "[1/2] Waiting for it to have a ready Pod behind it; its selector finds none";
  test.each<[string, Shape, Related, string]>([
    ["a ready endpoint", { spec: selecting }, ready, "ready"],
    ["an endpoint of unknown readiness, which counts as ready", { spec: selecting }, slices({}), "ready"],
    ["endpoints that are not ready", { spec: selecting }, slices({ conditions: { ready: false } }), idle],
    ["no endpoints at all", { spec: selecting }, {}, idle],
    ["no selector", { spec: {} }, {}, "ready"],
    ["an empty selector", { spec: { selector: {} } }, {}, "ready"],
    ["no address of its own", { spec: { ...selecting, clusterIP: "None" } }, {}, "ready"],
    ["a name elsewhere", { spec: { ...selecting, type: "ExternalName" } }, {}, "ready"],
    [
      "a load balancer without an address",
      { spec: { ...selecting, type: "LoadBalancer" } },
      ready,
      "[2/2] Waiting for the load balancer of it to get an address",
    ],
    ["a load balancer with an address", { spec: { ...selecting, type: "LoadBalancer" }, ...address }, ready, "ready"],
  ])("with %s", (_, shape, related, expected) => {
    expect(verdict(object("v1", "Service", shape), { related })).toBe(expected);
  });
});

test("an Ingress needs endpoints behind every backend, and an address", () => {
  const backend = (name: string) => ({ backend: { service: { name } } });
  const spec = { defaultBackend: backend("a").backend, rules: [{ http: { paths: [backend("b")] } }] };
  const sliceOf = (service: string) =>
    object("discovery.k8s.io/v1", "EndpointSlice", {
      metadata: { labels: { "kubernetes.io/service-name": service } },
      endpoints: [{}],
    });
  const ingress = (status: object) => object("networking.k8s.io/v1", "Ingress", { spec, status });
  expect(verdict(ingress({}), { related: { endpointSlices: [sliceOf("a")] } })).toBe(
    "[1/2] Waiting for the services behind it to have endpoints: b",
  );
  const endpointSlices = [sliceOf("a"), sliceOf("b")];
  expect(verdict(ingress({}), { related: { endpointSlices } })).toBe("[2/2] Waiting for it to get an address");
  expect(verdict(ingress({ loadBalancer: { ingress: [{}] } }), { related: { endpointSlices } })).toBe("ready");
});

test("a claim is ready when it is bound, or when its class waits for a consumer", () => {
  const claim = (phase: string) => object("v1", "PersistentVolumeClaim", { status: { phase } });
  const storageClass = object("storage.k8s.io/v1", "StorageClass", { volumeBindingMode: "WaitForFirstConsumer" });
  expect(verdict(claim("Pending"))).toBe("Waiting for it to be bound to a volume");
  expect(verdict(claim("Bound"))).toBe("ready");
  expect(verdict(claim("Pending"), { related: { storageClass } })).toBe("ready");
  expect(verdict(claim("Lost"), { related: { storageClass } })).toMatch(/^failed: it has lost its volume/);
});

test.each([
  ["v1", "PersistentVolume", { status: { phase: "Available" } }, "ready"],
  ["v1", "PersistentVolume", { status: { phase: "Failed", message: "no disk" } }, "failed: it: no disk"],
  ["v1", "Namespace", { status: { phase: "Active" } }, "ready"],
  ["v1", "Namespace", {}, "Waiting for the namespace to be active"],
  ["v1", "ResourceQuota", { spec: { hard: { pods: "1" } }, status: { hard: { pods: "1" } } }, "ready"],
  [
    "v1",
    "ResourceQuota",
    { spec: { hard: { pods: "2" } }, status: { hard: { pods: "1" } } },
    "Waiting for the quota to be counted",
  ],
  [
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    { status: { conditions: [condition("Established", "True")] } },
    "ready",
  ],
  ["apiextensions.k8s.io/v1", "CustomResourceDefinition", {}, "Waiting for the API server to serve the kind"],
  ["v1", "ConfigMap", {}, "not waited for"],
  ["example.org/v1", "Deployment", { status: {} }, "not waited for"],
])("%s %s with %j: %s", (apiVersion, kind, shape, expected) => {
  expect(verdict(object(apiVersion, kind, shape))).toBe(expected);
});

describe("what the program says of waiting", () => {
  const pending = (annotations: Record<string, string>) =>
    object("v1", "Pod", { metadata: { annotations }, status: { phase: "Pending" } });

  test("skipAwait waits for nothing, whatever else is said", () => {
    expect(verdict(pending({ "pulumi.com/skipAwait": "true", "pulumi.com/waitFor": "condition=Ready" }))).toBe(
      "not waited for",
    );
  });

  test.each([
    ["jsonpath={.status.phase}=Pending", "ready"],
    ["jsonpath={.status.phase}=Running", "Waiting for jsonpath={.status.phase}=Running"],
    ["jsonpath={.status.podIP}", "Waiting for jsonpath={.status.podIP}"],
    ['jsonpath={.metadata.annotations["pulumi.com/waitFor"]}', "ready"],
    ['["jsonpath={.status.phase}=Pending", "condition=Ready"]', "Waiting for condition=Ready"],
  ])("waitFor %s: %s", (waitFor, expected) => {
    expect(verdict(pending({ "pulumi.com/waitFor": waitFor }))).toBe(expected);
  });

  test("waitFor knows conditions, filters and values that are no text", () => {
    const annotated = (waitFor: string) =>
      object("example.org/v1", "Thing", {
        metadata: { annotations: { "pulumi.com/waitFor": waitFor } },
        status: { ready: true, count: 3, conditions: [condition("Ready", "True"), condition("Stalled", "False")] },
      });
    for (const holds of [
      "condition=Ready",
      "condition=Ready=true",
      "condition=Stalled=False",
      'jsonpath={.status.conditions[?(@.type=="Ready")].status}=True',
      "jsonpath={.status.ready}=true",
      "jsonpath={.status.count}=3",
    ]) {
      expect(verdict(annotated(holds)), holds).toBe("ready");
    }
    expect(verdict(annotated("condition=Stalled"))).toBe("Waiting for condition=Stalled");
  });

  test.each(["Ready", "[]", "jsonpath=.status", '["when=ready"]'])("waitFor %s is refused", (waitFor) => {
    expect(() => waitOf(pending({ "pulumi.com/waitFor": waitFor }), {})).toThrow(/pulumi\.com\/waitFor: /);
  });

  test("PULUMI_K8S_AWAIT_ALL waits for the Ready condition of any kind that has one", () => {
    const environment = { PULUMI_K8S_AWAIT_ALL: "true" };
    const state = (shape: Shape) => {
      const live = object("example.org/v1", "Thing", shape);
      return waitOf(live, environment)?.evaluate({ object: live, before: undefined, related: {} }).state;
    };
    expect(state({})).toBe("ready");
    expect(state({ status: { conditions: [condition("Ready", "False")] } })).toBe("waiting");
  });
});
