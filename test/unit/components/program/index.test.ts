import { expect, test } from "vitest";
import { Program, type ProgramArgs } from "../../../../components/index.ts";
import { recorded } from "../recorded.ts";

const args: ProgramArgs = {
  namespace: "monitoring",
  image: "r.dev/prometheus:1",
  ports: [{ name: "http-metrics", port: 9090 }],
  probes: { readiness: { path: "/-/ready", port: 9090 } },
  resources: { cpu: { request: "50m", limit: "500m" }, memory: { request: "256Mi", limit: "512Mi" } },
};

interface Pod {
  terminationGracePeriodSeconds: number;
  automountServiceAccountToken: boolean;
  containers: { env: { name: string; value?: string }[]; volumeMounts?: object[] }[];
  volumes?: object[];
}

async function program(more: Partial<ProgramArgs>) {
  const { resources, resource } = await recorded(() => new Program("prometheus", { ...args, ...more }));
  const inputsOf = (kind: string) => resources.find(({ type }) => type.endsWith(`:${kind}`))?.inputs;
  const workload = inputsOf("Deployment") ?? inputsOf("StatefulSet") ?? inputsOf("DaemonSet");
  const pod = (workload?.spec as { template: { spec: Pod } }).template.spec;
  const kinds = resources.map(({ type }) => type.split(":").pop());
  return { inputsOf, kinds, pod, url: (resource as Program).url };
}

test("a program is pods with an identity and a network policy, behind an address", async () => {
  const { kinds, url } = await program({});
  expect(kinds.sort()).toEqual(["Deployment", "NetworkPolicy", "Program", "Service", "ServiceAccount"]);
  expect(await new Promise((resolve) => url.apply(resolve))).toBe("http://prometheus.monitoring.svc:9090");
});

test("pods have a token exactly where the program has rights", async () => {
  expect((await program({})).pod.automountServiceAccountToken).toBe(false);
  const rules = [{ apiGroups: [""], resources: ["pods"], verbs: ["list"] }];
  const { pod, inputsOf } = await program({ rules });
  expect(pod.automountServiceAccountToken).toBe(true);
  expect(inputsOf("ClusterRole")).toMatchObject({ metadata: { name: "monitoring-prometheus" }, rules });
  expect(inputsOf("ClusterRoleBinding")).toMatchObject({
    roleRef: { kind: "ClusterRole", name: "monitoring-prometheus" },
    subjects: [{ kind: "ServiceAccount", name: "prometheus", namespace: "monitoring" }],
  });
});

test("each folder of files is a ConfigMap named by its content, which a change of it changes", async () => {
  const configOf = async (text: string) => {
    const folders = [{ mountPath: "/etc/rules", files: { "a.yaml": text } }];
    const { pod } = await program({ folders });
    expect(pod.containers[0]?.volumeMounts).toContainEqual({
      name: "config-rules",
      mountPath: "/etc/rules",
      readOnly: true,
    });
    return JSON.stringify(pod.volumes);
  };
  const [first, same, other] = [await configOf("1"), await configOf("1"), await configOf("2")];
  expect(first).toMatch(/"prometheus-rules-[0-9a-f]{10}"/);
  expect(same).toBe(first);
  expect(other).not.toBe(first);
});

test("the Go runtime knows the limits, and a variable of the program wins", async () => {
  const env = async (more: Partial<ProgramArgs>) =>
    Object.fromEntries((await program(more)).pod.containers[0]!.env.map(({ name, value }) => [name, value]));
  expect(await env({})).toMatchObject({ GOMEMLIMIT: "460MiB", GOMAXPROCS: "1" });
  expect(await env({ env: { GOMEMLIMIT: "100MiB" } })).toMatchObject({ GOMEMLIMIT: "100MiB" });
});

test("a program has all of its grace after the seconds in which it is forgotten", async () => {
  const { pod } = await program({ grace: 120 });
  expect(pod.terminationGracePeriodSeconds).toBe(125);
  expect(pod.containers[0]).toMatchObject({ lifecycle: { preStop: { sleep: { seconds: 5 } } } });
});

test("a StatefulSet has storage for each pod and names for its peers, a DaemonSet is on every node and has no address", async () => {
  const volumes = [{ name: "data", mountPath: "/data", claim: { size: "1Gi" } }];
  const stateful = await program({ kind: "StatefulSet", replicas: 2, volumes });
  expect(stateful.kinds.filter((kind) => kind === "Service")).toHaveLength(2);
  expect(stateful.inputsOf("PodDisruptionBudget")).toMatchObject({ spec: { maxUnavailable: 1 } });
  expect(stateful.inputsOf("StatefulSet")).toMatchObject({
    spec: { serviceName: "prometheus-peers", volumeClaimTemplates: [{ metadata: { name: "data" } }] },
  });

  const daemon = await program({ kind: "DaemonSet" });
  expect(daemon.kinds).not.toContain("Service");
  expect(daemon.pod).toMatchObject({ tolerations: [{ operator: "Exists" }] });
});

test.each([
  ["a claim of a Deployment", { volumes: [{ name: "d", mountPath: "/d", claim: { size: "1Gi" } }] }, /StatefulSet/],
  ["a volume of nothing", { volumes: [{ name: "d", mountPath: "/d" }] }, /exactly one/],
  ["a port twice", { ports: [...args.ports, { name: "other", port: 9090 }] }, /9090 is taken/],
  [
    "two folders of one name",
    {
      folders: [
        { mountPath: "/a/x", files: {} },
        { mountPath: "/b/x", files: {} },
      ],
    },
    /two end in x/,
  ],
])("refuses %s", (_, more: Partial<ProgramArgs>, says) => {
  expect(() => new Program("prometheus", { ...args, ...more })).toThrow(says);
});
