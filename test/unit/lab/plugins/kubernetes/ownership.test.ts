import { describe, expect, test } from "vitest";
import { withIgnored } from "../../../../../lab/plugins/kubernetes/ignore-changes.ts";
import type { KubernetesObject, ManagedFields } from "../../../../../lab/plugins/kubernetes/objects.ts";
import { takenOver } from "../../../../../lab/plugins/kubernetes/takeover.ts";

const ours: ManagedFields = { manager: "ours", operation: "Apply", fieldsV1: { "f:spec": { "f:replicas": {} } } };
const edit: ManagedFields = {
  manager: "kubectl-edit",
  operation: "Update",
  fieldsV1: { "f:spec": { "f:paused": {} } },
};
const status: ManagedFields = { manager: "kubectl-edit", operation: "Update", subresource: "status", fieldsV1: {} };
const controller: ManagedFields = {
  manager: "tuner",
  operation: "Update",
  fieldsV1: { "f:spec": { "f:minReady": {} } },
};

describe("takenOver", () => {
  test("gives what people at a terminal own to the resource, and leaves everybody else alone", () => {
    expect(takenOver([ours, edit, status, controller], "ours")).toEqual([
      status,
      controller,
      { ...ours, fieldsV1: { "f:spec": { "f:replicas": {}, "f:paused": {} } } },
    ]);
  });

  test("makes the first entry of a resource that has none yet", () => {
    expect(takenOver([edit], "ours")).toEqual([{ ...edit, manager: "ours", operation: "Apply" }]);
  });

  test("is nothing to do where nobody was at a terminal", () => {
    expect(takenOver([ours, status, controller], "ours")).toBeUndefined();
  });
});

describe("withIgnored", () => {
  const object = (spec: object, managedFields: ManagedFields[] = []): KubernetesObject => ({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", managedFields },
    spec,
  });
  const live = object({ replicas: 7, minReady: 5, free: 1 }, [ours, controller]);
  const wanted = object({ replicas: 1, minReady: 2, image: "a" });

  test("leaves out what another manager owns alone, and keeps the live value of what is ours or nobody's", () => {
    const applied = withIgnored(wanted, live, "ours", ["spec.minReady", "spec.replicas", "spec.free"]);
    expect(applied.spec).toEqual({ replicas: 7, image: "a", free: 1 });
  });

  test("lets the program's value stand where the live object has none, and leaves paths into lists to the engine", () => {
    expect(withIgnored(wanted, live, "ours", ["spec.image", "spec.containers[0].image"])).toEqual(wanted);
  });
});
