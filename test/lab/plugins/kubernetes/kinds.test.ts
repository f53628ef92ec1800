import { DaemonSet, StatefulSet } from "@pulumi/kubernetes/apps/v1/index.js";
import { Job } from "@pulumi/kubernetes/batch/v1/index.js";
import {
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  ResourceQuota,
  Service,
  ServiceAccount,
} from "@pulumi/kubernetes/core/v1/index.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/index.js";
import { Role, RoleBinding } from "@pulumi/kubernetes/rbac/v1/index.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/index.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { labImageReference } from "../../../../lab/images/index.ts";
import { TestStack, kubectl, temporaryNamespace } from "./engine.ts";

let namespace: string;
let stack: TestStack;
beforeAll(async () => {
  namespace = await temporaryNamespace("kinds");
  stack = await TestStack.create();
});
afterAll(async () => {
  const gone = await stack.destroy();
  expect(gone.failed, gone.text).toBe(false);
  await kubectl("delete", "namespace", namespace, "--wait=false");
});

const container = { name: "main", image: labImageReference("pause") };

/** One object of most kinds that a stack has, some on every path that their waits have. */
function program({ completions = 1, roleName = "reader" } = {}) {
  return () => {
    const metadata = (name: string) => ({ metadata: { namespace, name } });
    const labels = (app: string) => ({ app });
    const pod = (app: string) => ({
      metadata: { labels: labels(app) },
      spec: { terminationGracePeriodSeconds: 0, containers: [container] },
    });
    const selector = (app: string) => ({ matchLabels: labels(app) });

    new StatefulSet("ordered", {
      ...metadata("ordered"),
      spec: { replicas: 2, serviceName: "ordered", selector: selector("ordered"), template: pod("ordered") },
    });
    new Service("ordered", { ...metadata("ordered"), spec: { clusterIP: "None", selector: labels("ordered") } });
    new Service("external", { ...metadata("external"), spec: { type: "ExternalName", externalName: "example.org" } });
    new Service("manual", { ...metadata("manual"), spec: { ports: [{ port: 80 }] } });
    new DaemonSet("everywhere", {
      ...metadata("everywhere"),
      spec: { selector: selector("everywhere"), template: pod("everywhere") },
    });
    new Pod("single", { ...metadata("single"), spec: pod("single").spec });
    new Job("suspended", {
      metadata: { ...metadata("suspended").metadata, annotations: { "pulumi.com/skipAwait": "true" } },
      spec: { suspend: true, completions, template: { spec: { ...pod("suspended").spec, restartPolicy: "Never" } } },
    });

    const storage = { resources: { requests: { storage: "1Mi" } }, accessModes: ["ReadWriteOnce"] };
    const name = `provider-${process.pid}`;
    const late = new StorageClass("late", {
      metadata: { name },
      provisioner: "kubernetes.io/no-provisioner",
      volumeBindingMode: "WaitForFirstConsumer",
    });
    new PersistentVolumeClaim("unused", {
      ...metadata("unused"),
      spec: { ...storage, storageClassName: late.metadata.name },
    });
    const volume = new PersistentVolume("volume", {
      metadata: { name },
      spec: {
        capacity: { storage: "1Mi" },
        accessModes: ["ReadWriteOnce"],
        hostPath: { path: "/tmp" },
      },
    });
    new PersistentVolumeClaim("bound", {
      ...metadata("bound"),
      spec: { ...storage, storageClassName: "", volumeName: volume.metadata.name },
    });

    new ResourceQuota("quota", { ...metadata("quota"), spec: { hard: { "count/secrets": "5" } } });
    new PodDisruptionBudget("budget", {
      ...metadata("budget"),
      spec: { minAvailable: 1, selector: selector("ordered") },
    });
    new ServiceAccount("reader", metadata("reader"));
    const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }];
    const roles = [
      new Role("reader", { ...metadata("reader"), rules }),
      new Role("other", { ...metadata("other"), rules }),
    ];
    new RoleBinding(
      "reads",
      {
        ...metadata("reads"),
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: roleName },
        subjects: [{ kind: "ServiceAccount", name: "reader" }],
      },
      { dependsOn: roles },
    );
    return Promise.resolve();
  };
}

test("the kinds of a usual stack come up in one up, each waited for in its way, and then nothing changes", async () => {
  const first = await stack.up(program());
  expect(first.failed, first.text).toBe(false);
  const phase = (kind: string, name: string): Promise<string> =>
    kubectl(
      "get",
      kind,
      "-n",
      namespace,
      name,
      "-o",
      "jsonpath={.status.phase}{.status.readyReplicas}{.status.numberReady}",
    );
  expect(await phase("statefulset", "ordered")).toBe("2");
  expect(await phase("daemonset", "everywhere")).toBe("1");
  expect(await phase("pod", "single")).toBe("Running");
  expect(await phase("pvc", "bound")).toBe("Bound");
  expect(await phase("pvc", "unused")).toBe("Pending");

  const again = await stack.up(program());
  expect(new Set(Object.values(again.steps).flat()), again.text).toEqual(new Set(["same"]));
});

test("what cannot change in place is replaced", async () => {
  const changed = await stack.up(program({ completions: 2, roleName: "other" }));
  expect(changed.failed, changed.text).toBe(false);
  expect(changed.steps.suspended).toEqual(["delete-replaced", "replace", "create-replacement"]);
  expect(changed.steps.reads).toEqual(["delete-replaced", "replace", "create-replacement"]);
});

test("what controllers write is no drift: after a refresh there is nothing to do", async () => {
  const refreshed = await stack.refresh();
  expect(refreshed.failed, refreshed.text).toBe(false);
  const again = await stack.up(program({ completions: 2, roleName: "other" }));
  expect(new Set(Object.values(again.steps).flat()), again.text).toEqual(new Set(["same"]));
});
