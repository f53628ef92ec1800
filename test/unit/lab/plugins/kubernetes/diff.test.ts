import { describe, expect, test } from "vitest";
import { compareWithLive } from "../../../../../lab/plugins/kubernetes/diff.ts";
import { UNKNOWN } from "../../../../../lab/plugins/protocol/values.ts";
import type { ValueMap } from "../../../../../lab/plugins/protocol/values.ts";

const immutable = { enableConfigMapMutable: false, enableSecretMutable: false };
const TOKENS: Record<string, string> = {
  ConfigMap: "kubernetes:core/v1:ConfigMap",
  ConfigMapPatch: "kubernetes:core/v1:ConfigMapPatch",
  DaemonSet: "kubernetes:apps/v1:DaemonSet",
  Deployment: "kubernetes:apps/v1:Deployment",
  Job: "kubernetes:batch/v1:Job",
  PersistentVolumeClaim: "kubernetes:core/v1:PersistentVolumeClaim",
  Pod: "kubernetes:core/v1:Pod",
  ResourceQuota: "kubernetes:core/v1:ResourceQuota",
  RoleBinding: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
  Rollout: "kubernetes:argoproj.io/v1alpha1:Rollout",
  Secret: "kubernetes:core/v1:Secret",
  Service: "kubernetes:core/v1:Service",
  StatefulSet: "kubernetes:apps/v1:StatefulSet",
  StorageClass: "kubernetes:storage.k8s.io/v1:StorageClass",
};

const metadata = { name: "it", namespace: "shop" };
interface Change {
  kind: string;
  before: ValueMap;
  after: ValueMap;
  /** What the API server and controllers have made of `before`; `before` itself unless given. */
  live?: ValueMap;
  ignoreChanges?: string[];
}
function diffOf({ kind, before, after, live = before, ignoreChanges = [] }: Change, mutability = immutable) {
  const complete = (part: ValueMap): ValueMap => ({ kind: kind.replace(/Patch$/, ""), metadata, ...part });
  const comparison = {
    type: TOKENS[kind] ?? "",
    oldInputs: complete(before),
    oldLive: complete(live),
    newInputs: complete(after),
  };
  return compareWithLive({ ...comparison, ignoreChanges }, mutability);
}
const paths = (change: Change) =>
  diffOf(change).differences.map(({ path, replace = false }) => [path.join("."), replace]);

describe("what a change does", () => {
  test.each<[string, ValueMap, ValueMap, string, boolean]>([
    ["Deployment", { spec: { replicas: 1 } }, { spec: { replicas: 2 } }, "spec.replicas", false],
    [
      "Deployment",
      { spec: { selector: { matchLabels: { a: "1" } } } },
      { spec: { selector: { matchLabels: { a: "2" } } } },
      "spec.selector.matchLabels.a",
      true,
    ],
    [
      "DaemonSet",
      { spec: { selector: { matchLabels: { a: "1" } } } },
      { spec: { selector: {} } },
      "spec.selector.matchLabels",
      true,
    ],
    ["StatefulSet", { spec: { serviceName: "a" } }, { spec: { serviceName: "b" } }, "spec.serviceName", true],
    ["StatefulSet", { spec: { replicas: 1 } }, { spec: { replicas: 2 } }, "spec.replicas", false],
    [
      "Job",
      { spec: { template: { spec: { x: 1 } } } },
      { spec: { template: { spec: { x: 2 } } } },
      "spec.template.spec.x",
      true,
    ],
    ["Job", { spec: { backoffLimit: 1 } }, { spec: { backoffLimit: 2 } }, "spec.backoffLimit", false],
    [
      "Pod",
      { spec: { containers: [{ image: "a" }] } },
      { spec: { containers: [{ image: "b" }] } },
      "spec.containers.0.image",
      true,
    ],
    ["ConfigMap", { data: { a: "1" } }, { data: { a: "2" } }, "data.a", true],
    ["ConfigMap", {}, { data: { a: "2" } }, "data", true],
    ["ConfigMap", { data: { a: "1" } }, { data: UNKNOWN }, "data", true],
    ["ConfigMapPatch", { data: { a: "1" } }, { data: { a: "2" } }, "data.a", false],
    ["Secret", { type: "Opaque" }, { type: "other" }, "type", true],
    [
      "PersistentVolumeClaim",
      { spec: { accessModes: ["a"] } },
      { spec: { accessModes: ["b"] } },
      "spec.accessModes.0",
      true,
    ],
    [
      "PersistentVolumeClaim",
      { spec: { resources: { x: 1 } } },
      { spec: { resources: { x: 2 } } },
      "spec.resources.x",
      false,
    ],
    ["Service", { spec: { clusterIP: "10.0.0.1" } }, { spec: { clusterIP: "None" } }, "spec.clusterIP", true],
    ["Service", { spec: { type: "ClusterIP" } }, { spec: { type: "NodePort" } }, "spec.type", false],
    ["ResourceQuota", { spec: { scopes: ["a"] } }, {}, "spec", true],
    ["ResourceQuota", { spec: { hard: { pods: 1 } } }, {}, "spec", false],
    ["RoleBinding", { roleRef: { name: "a" } }, { roleRef: { name: "b" } }, "roleRef.name", true],
    ["StorageClass", { provisioner: "a" }, { provisioner: "b" }, "provisioner", true],
    ["Rollout", { spec: { selector: { a: 1 } } }, { spec: { selector: { a: 2 } } }, "spec.selector.a", false],
  ])("%s from %j to %j: %s, replaced: %s", (kind, before, after, path, replaced) => {
    expect(paths({ kind, before, after })).toEqual([[path, replaced]]);
  });

  test("a change of name or namespace replaces an object of any kind", () => {
    for (const change of [{ name: "other" }, { namespace: "other" }]) {
      const differences = paths({ kind: "Rollout", before: {}, after: { metadata: { ...metadata, ...change } } });
      expect(differences).toEqual([[`metadata.${Object.keys(change).join()}`, true]]);
    }
  });

  test("mutable data changes in place, unless the object itself says that it is immutable", () => {
    const change = { kind: "ConfigMap", before: { data: { a: "1" } }, after: { data: { a: "2" } } };
    const mutable = { ...immutable, enableConfigMapMutable: true };
    expect(diffOf(change, mutable).differences[0]?.replace).toBeUndefined();
    const sealed = {
      ...change,
      before: { ...change.before, immutable: true },
      after: { ...change.after, immutable: true },
    };
    expect(diffOf(sealed, mutable).differences[0]?.replace).toBe(true);
  });
});

describe("against the live object", () => {
  test("what controllers have added is no difference, what a hand has changed is", () => {
    const before = { spec: { replicas: 3 } };
    const live = { spec: { replicas: 3, strategy: { type: "RollingUpdate" } }, status: { replicas: 3 } };
    expect(paths({ kind: "Deployment", before, after: before, live })).toEqual([]);
    const edited = { ...live, spec: { ...live.spec, replicas: 1 } };
    expect(paths({ kind: "Deployment", before, after: before, live: edited })).toEqual([["spec.replicas", false]]);
  });

  test("a Secret's stringData is compared as the data that it became", () => {
    const before = { stringData: { password: "secret" } };
    const live = { data: { password: Buffer.from("secret").toString("base64") } };
    expect(paths({ kind: "Secret", before, after: before, live })).toEqual([]);
    expect(paths({ kind: "Secret", before, after: { stringData: { password: "other" } }, live })).toEqual([
      ["data.password", true],
    ]);
    expect(paths({ kind: "Secret", before, after: { stringData: { password: UNKNOWN } }, live })).toEqual([
      ["data.password", true],
    ]);
  });

  test("ignored changes are none, with wildcards and quoted keys", () => {
    const before = { spec: { replicas: 1, containers: [{ image: "a" }] } };
    const after = {
      spec: { replicas: 9, containers: [{ image: "b" }] },
      metadata: { ...metadata, annotations: { "a.b/c": "x" } },
    };
    const ignoreChanges = ["spec.replicas", "spec.containers[*].image", 'metadata.annotations["a.b/c"]'];
    expect(paths({ kind: "Deployment", before, after, ignoreChanges })).toEqual([["metadata.annotations", false]]);
    const live = { ...before, metadata: { ...metadata, annotations: { "a.b/c": "y" } } };
    const known = { ...before, metadata: { ...metadata, annotations: { "a.b/c": "z" } } };
    expect(paths({ kind: "Deployment", before: known, after, live, ignoreChanges })).toEqual([]);
  });
});

describe("the order of a replacement", () => {
  const before = { data: { a: "1" } };
  const after = { data: { a: "2" } };

  test("a fixed name is free only when the old object is gone", () => {
    expect(diffOf({ kind: "ConfigMap", before, after }).deleteBeforeReplace).toBe(true);
  });

  test("another name, another namespace or an automatic name is created first", () => {
    const renamed = { metadata: { ...metadata, name: "other" } };
    const moved = { metadata: { ...metadata, namespace: "other" } };
    const automatic = { metadata: { ...metadata, annotations: { "pulumi.com/autonamed": "true" } } };
    for (const change of [renamed, moved, automatic]) {
      expect(diffOf({ kind: "ConfigMap", before, after: { ...after, ...change } }).deleteBeforeReplace).toBe(false);
    }
  });
});
