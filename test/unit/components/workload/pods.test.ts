import fc from "fast-check";
import { expect, test } from "vitest";
import { podTemplate } from "../../../../components/workload/pods.ts";
import { proxy, specOf } from "./arguments.ts";

interface Container {
  name: string;
  env: { name: string; value: string }[];
  volumeMounts?: object[];
}

/** The pods of a service as plain data. */
function podOf(...args: Parameters<typeof podTemplate>) {
  return podTemplate(...args).spec as {
    containers: [Container];
    initContainers?: Container[];
    volumes?: object[];
    topologySpreadConstraints?: object[];
    affinity?: object;
  };
}

test("the order of variables in a stack file does not change the pods", () => {
  const env = fc.dictionary(fc.stringMatching(/^[A-Z]{1,6}$/), fc.string());
  fc.assert(
    fc.property(env, (variables) => {
      const reversed = Object.fromEntries(Object.entries(variables).reverse());
      expect(podTemplate(specOf({ env: variables }))).toEqual(podTemplate(specOf({ env: reversed })));
    }),
  );
});

test("a service's own variables win over the defaults", () => {
  const [container] = podOf(specOf({ env: { GOGC: "off" } })).containers;
  expect(container.env.filter(({ name }) => name === "GOGC")).toEqual([{ name: "GOGC", value: "off" }]);
});

test("one pod is not spread; where there are or may be two, over zones and nodes, apart from each other", () => {
  expect(podOf(specOf())).not.toHaveProperty("topologySpreadConstraints");
  expect(podOf(specOf())).not.toHaveProperty("affinity");
  for (const args of [{ replicas: 2 }, { autoscaling: { min: 1, max: 2 } }]) {
    expect(podOf(specOf(args)).topologySpreadConstraints).toHaveLength(2);
    expect(podOf(specOf(args)).affinity).toHaveProperty(
      "podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.topologyKey",
      "kubernetes.io/hostname",
    );
  }
  expect(podOf(specOf({ replicas: 2, antiAffinity: "required" })).affinity).toEqual({
    podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [expect.any(Object)] },
  });
});

test("a rolling update of a Deployment does not count the pods that it replaces; only its pods have the label for it", () => {
  const keys = (kind: "Deployment" | "StatefulSet") => JSON.stringify(podOf(specOf({ kind, replicas: 2 })));
  expect(keys("Deployment").split("pod-template-hash")).toHaveLength(4);
  expect(keys("StatefulSet")).not.toContain("pod-template-hash");
});

test("a sidecar is an init container that is always restarted, and comes before those that may need it", () => {
  const pod = podOf(
    specOf({
      initContainers: [{ name: "schema", image: "r.dev/schema@sha256:00", args: ["up"] }],
      sidecars: [proxy],
    }),
  );
  expect(pod.initContainers).toMatchObject([
    {
      name: "proxy",
      restartPolicy: "Always",
      ports: [{ containerPort: 9443 }],
      readinessProbe: { httpGet: { path: "/ready", port: 9443 } },
      livenessProbe: { tcpSocket: { port: 9443 } },
      startupProbe: { tcpSocket: { port: 9443 } },
    },
    { name: "schema", args: ["up"] },
  ]);
  expect(pod.initContainers?.[1]).not.toHaveProperty("restartPolicy");
});

test("every container has resources in full and the same security", () => {
  const { containers, initContainers = [] } = podOf(
    specOf({
      initContainers: [{ name: "schema", image: "r.dev/schema@sha256:00" }],
      sidecars: [proxy],
    }),
  );
  for (const container of [...containers, ...initContainers]) {
    const amounts = { cpu: /m$/, memory: /i$/, "ephemeral-storage": /i$/ };
    const patterns = Object.fromEntries(
      Object.entries(amounts).map(([key, pattern]) => [key, expect.stringMatching(pattern)]),
    );
    expect(container).toMatchObject({
      resources: { requests: patterns, limits: patterns },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      },
    });
  }
});

test("what other parts bring joins the service's own container and leaves its own variables and mounts", () => {
  const spec = specOf({
    env: { LOG_LEVEL: "info" },
    volumes: [{ name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "16Mi" } }],
    sidecars: [proxy],
  });
  const pod = podOf(spec, {
    env: [
      { name: "LOG_LEVEL", value: "debug" },
      { name: "REGION", value: "eu" },
    ],
    volumes: [{ name: "config", configMap: { name: "orders-1f" } }],
    mounts: [{ name: "config", mountPath: "/etc/orders" }],
  });
  const [container] = pod.containers;
  expect(container.env.filter(({ name }) => ["LOG_LEVEL", "REGION"].includes(name))).toEqual([
    { name: "LOG_LEVEL", value: "info" },
    { name: "REGION", value: "eu" },
  ]);
  expect(container.volumeMounts).toMatchObject([{ mountPath: "/tmp" }, { mountPath: "/etc/orders" }]);
  expect(pod.volumes).toHaveLength(2);
  expect(pod.initContainers?.[0]).not.toHaveProperty("volumeMounts");
});
