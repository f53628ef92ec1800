import { expect, test } from "vitest";
import { podTemplate } from "../../../../components/workload/pods.ts";
import { proxy, specOf } from "./arguments.ts";

const volumes = [
  { name: "rules", mountPath: "/etc/rules", configMap: "orders-rules" },
  { name: "tls", mountPath: "/etc/tls", secret: "orders-tls" },
  { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "64Mi" } },
  { name: "data", mountPath: "/data", claim: { size: "10Gi" } },
];

function podOf(args: Parameters<typeof specOf>[0]) {
  return podTemplate(specOf(args)).spec as { volumes: object[]; containers: { volumeMounts: object[] }[] };
}

test("each source is what Kubernetes calls it; secret files are readable by the service alone", () => {
  expect(podOf({ volumes }).volumes).toEqual([
    { name: "rules", configMap: { name: "orders-rules" } },
    { name: "tls", secret: { secretName: "orders-tls", defaultMode: 0o440 } },
    { name: "tmp", emptyDir: { sizeLimit: "64Mi" } },
    { name: "data", persistentVolumeClaim: { claimName: "orders-data" } },
  ]);
});

test("config and secrets can only be read, the others written", () => {
  expect(podOf({ volumes }).containers[0]?.volumeMounts).toEqual([
    { name: "rules", mountPath: "/etc/rules", readOnly: true },
    { name: "tls", mountPath: "/etc/tls", readOnly: true },
    { name: "tmp", mountPath: "/tmp" },
    { name: "data", mountPath: "/data" },
  ]);
});

test("a StatefulSet mounts its claims, which its controller adds to the pods", () => {
  const pod = podOf({ volumes, kind: "StatefulSet" });
  expect(pod.volumes).not.toContainEqual(expect.objectContaining({ name: "data" }));
  expect(pod.containers[0]?.volumeMounts).toContainEqual({ name: "data", mountPath: "/data" });
});

test("another container sees the volumes that it mounts, and no other", () => {
  const pod = podTemplate(
    specOf({ volumes, sidecars: [{ ...proxy, mounts: [{ volume: "tls", mountPath: "/certs" }] }] }),
  ).spec as { initContainers: { volumeMounts: object[] }[] };
  expect(pod.initContainers[0]?.volumeMounts).toEqual([{ name: "tls", mountPath: "/certs", readOnly: true }]);
});

const tmp = { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "64Mi" } };

test.each([
  [
    "two sources",
    [{ ...tmp, secret: "tls" }],
    "volumes.tmp: needs exactly one of configMap, secret, emptyDir and claim; it has 2.",
  ],
  [
    "no source",
    [{ name: "tmp", mountPath: "/tmp" }],
    "volumes.tmp: needs exactly one of configMap, secret, emptyDir and claim; it has 0.",
  ],
  ["one name twice", [tmp, { ...tmp, mountPath: "/b" }], "volumes.tmp: the name is taken; give it another."],
  [
    "one place twice",
    [tmp, { ...tmp, name: "b" }],
    "volumes.b: another volume is mounted at /tmp; mount it elsewhere.",
  ],
])("refuses %s", (_, wrong, message) => {
  expect(() => specOf({ volumes: wrong })).toThrow(message);
});

test("refuses a mount of what is no volume", () => {
  const init = { name: "init", image: "r.dev/i@sha256:00", mounts: [{ volume: "tmp", mountPath: "/tmp" }] };
  expect(() => specOf({ initContainers: [init] })).toThrow(
    "service orders: initContainer init: mounts: tmp is none of the service's volumes; add it under volumes.",
  );
});
