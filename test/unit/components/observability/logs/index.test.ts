import { expect, test } from "vitest";
import { Logs, type LogsArgs } from "../../../../../components/observability/logs/index.ts";
import { recorded } from "../../recorded.ts";
import { logs, shop } from "./arguments.ts";

/** What of the objects is looked at. */
interface Inputs {
  rules: object[];
  spec: {
    replicas: number;
    volumeClaimTemplates: { spec: { resources: { requests: { storage: string } } } }[];
    template: { spec: { securityContext: object; volumes: object[]; containers: Container[] } };
  };
}

interface Container {
  args: string[];
  env: { name: string }[];
  volumeMounts: { name: string; readOnly?: boolean; subPath?: string }[];
}

const program = async (more: Partial<LogsArgs> = {}) => {
  const { resources } = await recorded(() => new Logs("logs", logs(more)));
  const find = (type: string, name: string) =>
    resources.find((resource) => resource.type.endsWith(type) && resource.name === name)?.inputs as unknown as Inputs;
  return { names: resources.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`), find };
};

test("registers an agent for every node and Loki, and nothing else", async () => {
  const { names } = await program({ services: shop });
  expect(names).toEqual([
    "DaemonSet logs-agent",
    "StatefulSet logs-loki",
    "ConfigMap logs-agent-otelcol",
    "ConfigMap logs-loki-loki",
    "Service logs-loki",
    "Service logs-loki-peers",
    "ServiceAccount logs-agent",
    "ServiceAccount logs-loki",
    "NetworkPolicy logs-agent",
    "NetworkPolicy logs-loki",
    "ClusterRole logs-agent",
    "ClusterRoleBinding logs-agent",
    "HashedConfig logs-agent-otelcol",
    "HashedConfig logs-loki-loki",
    "Logs logs",
    "Program logs-agent",
    "Program logs-loki",
  ]);
});

test("another store: no Loki, but what the store has to be told", async () => {
  const { names } = await program({ elasticsearch: { endpoint: "https://logs.example.com:9200" } });
  expect(names).toContain("ConfigMap logs-store");
  expect(names.filter((name) => name.includes("loki"))).toEqual([]);
});

test("the agent reads files as root's group, writes to its own folder only, and asks for pods only", async () => {
  const { find } = await program();
  const pod = find("DaemonSet", "logs-agent").spec.template.spec;
  expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsGroup: 0 });
  const mounts = pod.containers[0]!.volumeMounts;
  expect(mounts.filter(({ readOnly }) => !readOnly).map(({ name, subPath }) => [name, subPath])).toEqual([
    ["state", "slipway-log-agent/monitoring-node"],
  ]);
  expect(pod.volumes).toContainEqual({ name: "state", hostPath: { path: "/var/tmp", type: "" } });
  expect(find("ClusterRole", "logs-agent").rules).toEqual([
    { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
  ]);
});

test("positions are kept only for lines that have arrived in a queue", async () => {
  const { find } = await program();
  const [container] = find("DaemonSet", "logs-agent").spec.template.spec.containers;
  expect(container!.args).toContain("--feature-gates=stanza.synchronousLogEmitter");
});

test("Loki: a claim where storage is asked for, keys from a Secret where there is a bucket", async () => {
  const s3 = { bucket: "lines", region: "eu-central-1", credentials: "loki-s3" };
  const { find } = await program({ replicas: 3, storage: "50Gi", s3 });
  const { spec } = find("StatefulSet", "logs-loki");
  expect(spec.replicas).toBe(3);
  expect(spec.volumeClaimTemplates[0]!.spec.resources.requests.storage).toBe("50Gi");
  const env = spec.template.spec.containers[0]!.env;
  expect(env).toContainEqual({
    name: "S3_SECRET_ACCESS_KEY",
    valueFrom: { secretKeyRef: { name: "loki-s3", key: "secretAccessKey" } },
  });
  const [container] = (await program()).find("StatefulSet", "logs-loki").spec.template.spec.containers;
  expect(container!.env.map(({ name }) => name)).not.toContain("S3_SECRET_ACCESS_KEY");
});

test("refuses what does not hold, all at once", async () => {
  const wrong = () => new Logs("logs", logs({ replicas: 3, queueSize: "1Mi" }));
  await expect(recorded(wrong)).rejects.toThrow(/queueSize[\s\S]*replicas/);
});
