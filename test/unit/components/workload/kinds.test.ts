import { expect, test } from "vitest";
import { Service, type ServiceArgs } from "../../../../components/index.ts";
import { daemonSetSpec } from "../../../../components/workload/daemon-set.ts";
import { deploymentSpec } from "../../../../components/workload/deployment.ts";
import { statefulSetSpec } from "../../../../components/workload/stateful-set.ts";
import { recorded } from "../recorded.ts";
import { least, specOf } from "./arguments.ts";

const data = { name: "data", mountPath: "/data", claim: { size: "10Gi", storageClass: "fast" } };

async function registered(args: Partial<ServiceArgs>) {
  const { resources } = await recorded(() => new Service("orders", { ...least, ...args }));
  return resources.map(({ type, name, inputs }) => ({ what: `${type.split("/").at(-1)} ${name}`, inputs }));
}

async function registeredNames(args: Partial<ServiceArgs>) {
  return (await registered(args)).map(({ what }) => what);
}

test("a StatefulSet comes with the names of its pods, which nobody waits for", async () => {
  const resources = await registered({ kind: "StatefulSet", replicas: 2, volumes: [data] });
  expect(resources.map(({ what }) => what)).toEqual([
    "v1:StatefulSet orders",
    "v1:Service orders",
    "v1:Service orders-peers",
    "v1:ServiceAccount orders",
    "v1:PodDisruptionBudget orders",
    "slipway:index:Service orders",
  ]);
  const peers = resources.find(({ what }) => what.endsWith("orders-peers"));
  expect(peers?.inputs).toMatchObject({
    metadata: { name: "orders-peers", annotations: { "pulumi.com/skipAwait": "true" } },
    spec: { clusterIP: "None", publishNotReadyAddresses: true },
  });
});

test("a StatefulSet claims storage for each pod, and keeps it unless told otherwise", () => {
  const spec = statefulSetSpec(specOf({ kind: "StatefulSet", replicas: 3, volumes: [data], partition: 2 }));
  expect(spec).toMatchObject({
    replicas: 3,
    serviceName: "orders-peers",
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 2 } },
    persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
    volumeClaimTemplates: [
      {
        metadata: { name: "data" },
        spec: {
          accessModes: ["ReadWriteOnce"],
          storageClassName: "fast",
          resources: { requests: { storage: "10Gi" } },
        },
      },
    ],
  });
  const args = { kind: "StatefulSet" as const, volumes: [data], claimRetention: { whenScaled: "Delete" as const } };
  expect(statefulSetSpec(specOf(args))).toMatchObject({
    persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Delete" },
  });
});

test("a DaemonSet replaces a node's pod only when the new one is ready; it has no number of pods to keep", async () => {
  expect(daemonSetSpec(specOf({ kind: "DaemonSet" }))).toMatchObject({
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  });
  expect(await registeredNames({ kind: "DaemonSet" })).toEqual([
    "v1:DaemonSet orders",
    "v1:Service orders",
    "v1:ServiceAccount orders",
    "slipway:index:Service orders",
  ]);
});

test.each(["StatefulSet", "DaemonSet"] as const)("a %s leaves it to people where it is told to", (kind) => {
  const args = { kind, updateStrategy: "OnDelete" as const };
  const build = kind === "StatefulSet" ? statefulSetSpec : daemonSetSpec;
  expect(build(specOf(args)).updateStrategy).toEqual({ type: "OnDelete" });
});

test("a Deployment that shares a claim has it before its pods, and replaces its one pod by another", async () => {
  expect(await registeredNames({ volumes: [data] })).toContain("v1:PersistentVolumeClaim orders-data");
  expect(deploymentSpec(specOf({ volumes: [data] })).strategy).toEqual({ type: "Recreate" });
  const shared = { ...data, claim: { size: "1Gi", accessMode: "ReadWriteMany" as const } };
  expect(deploymentSpec(specOf({ replicas: 3, volumes: [shared] })).strategy).toMatchObject({ type: "RollingUpdate" });
});

test("who is scaled by load has an autoscaler, and by people a recommendation", async () => {
  const resources = await registered({ autoscaling: { max: 4 }, verticalAutoscaling: true });
  expect(resources.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["v2:HorizontalPodAutoscaler orders", "v1:PodDisruptionBudget orders"]),
  );
  const recommendation = resources.find(({ what }) => what === "v1:VerticalPodAutoscaler orders");
  expect(recommendation?.inputs).toMatchObject({
    apiVersion: "autoscaling.k8s.io/v1",
    spec: { targetRef: { kind: "Deployment", name: "orders" }, updatePolicy: { updateMode: "Off" } },
  });
});

test("a gRPC service is reached by a port of that name, as HTTP/2", async () => {
  const resources = await registered({ grpcPort: 9000 });
  expect(resources.find(({ what }) => what === "v1:Service orders")?.inputs).toMatchObject({
    spec: { ports: [{}, { name: "grpc", port: 9000, targetPort: "grpc", appProtocol: "kubernetes.io/h2c" }, {}] },
  });
});

test.each<[Partial<ServiceArgs>, string]>([
  [{ kind: "DaemonSet", replicas: 2 }, "replicas: a DaemonSet has a pod on each node; leave replicas out"],
  [{ kind: "DaemonSet", autoscaling: { max: 2 } }, "autoscaling: a DaemonSet has a pod on each node"],
  [{ kind: "DaemonSet", antiAffinity: "required" }, "antiAffinity: a DaemonSet never has two pods on a node"],
  [{ kind: "DaemonSet", volumes: [data] }, "volumes: the pods of a DaemonSet cannot share a claim across nodes"],
  [{ replicas: 2, autoscaling: { max: 4 } }, "replicas: the autoscaler owns the number of pods; leave replicas out"],
  [{ updateStrategy: "OnDelete" }, "updateStrategy: is for a StatefulSet or a DaemonSet"],
  [{ partition: 1 }, "partition: only the pods of a StatefulSet are numbered"],
  [{ kind: "StatefulSet", updateStrategy: "OnDelete", partition: 1 }, "partition: is for updateStrategy RollingUpdate"],
  [{ claimRetention: {} }, "claimRetention: no volume has a claim; leave it out."],
  [{ volumes: [data], claimRetention: { whenScaled: "Delete" } }, "claimRetention.whenScaled: only a StatefulSet"],
  [
    { replicas: 2, volumes: [data] },
    "volumes.data: one pod mounts a ReadWriteOnce claim, and there may be 2; use kind",
  ],
  [{ autoscaling: { max: 4 }, volumes: [data] }, "one pod mounts a ReadWriteOnce claim, and there may be 4; use kind"],
  [{ grpcPort: 9090 }, "grpcPort: port 9090 is taken by metricsPort; choose another."],
])("refuses %j", (args, message) => {
  expect(() => specOf(args)).toThrow(message);
});
