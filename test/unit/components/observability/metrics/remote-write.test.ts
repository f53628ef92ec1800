import { expect, test } from "vitest";
import { output, type Output } from "@pulumi/pulumi";
import { parse } from "yaml";
import { prometheusYaml } from "../../../../../components/observability/metrics/config.ts";
import type { RemoteWriteArgs } from "../../../../../components/observability/metrics/index.ts";
import { prometheusProgram } from "../../../../../components/observability/metrics/prometheus.ts";
import type { RelabelRule } from "../../../../../components/observability/metrics/relabeling.ts";
import { metricsSpec } from "../../../../../components/observability/metrics/spec.ts";
import { least } from "./arguments.ts";
import { relabeled } from "./relabel.ts";

type Section = Record<string, unknown> & { write_relabel_configs: RelabelRule[] };

const specOf = (...remoteWrite: RemoteWriteArgs[]) => metricsSpec({ ...least, remoteWrite });

/** The section as Prometheus reads it. */
async function sectionsOf(...stores: RemoteWriteArgs[]): Promise<Section[]> {
  const yaml: Output<string> = prometheusYaml(specOf(...stores));
  const text = await new Promise<string>((resolve) => yaml.apply(resolve));
  return (parse(text) as { remote_write: Section[] }).remote_write;
}

const mimir: RemoteWriteArgs = {
  url: "https://mimir.example.com/api/v1/push",
  headers: { "X-Scope-OrgID": "acme" },
  credentials: "mimir",
  cidrs: ["203.0.113.0/24"],
};
const amazon: RemoteWriteArgs = {
  url: output("https://aps.example.com/workspaces/ws-1/api/v1/remote_write"),
  sigv4: { region: "eu-central-1", roleArn: output("arn:aws:iam::123456789012:role/metrics") },
  queue: { capacity: 2500, maxShards: 200, minShards: 2, maxSamplesPerSend: 1000, batchSendDeadline: "10s" },
};

test("Mimir gets its tenant, and who is asking from files", async () => {
  const [section] = await sectionsOf(mimir);
  expect(section).toMatchObject({
    url: mimir.url,
    send_exemplars: true,
    headers: { "X-Scope-OrgID": "acme" },
    basic_auth: {
      username_file: "/run/secrets/prometheus/REMOTE_WRITE_0_USERNAME",
      password_file: "/run/secrets/prometheus/REMOTE_WRITE_0_PASSWORD",
    },
    queue_config: { retry_on_http_429: true },
  });
  expect(section).not.toHaveProperty("sigv4");
});

test("Amazon gets a signature, and outputs of other resources may say for what", async () => {
  const [section] = await sectionsOf(amazon);
  expect(section).toMatchObject({
    url: "https://aps.example.com/workspaces/ws-1/api/v1/remote_write",
    sigv4: { region: "eu-central-1", role_arn: "arn:aws:iam::123456789012:role/metrics" },
    queue_config: {
      capacity: 2500,
      max_shards: 200,
      min_shards: 2,
      max_samples_per_send: 1000,
      batch_send_deadline: "10s",
    },
  });
  expect(section).not.toHaveProperty("basic_auth");
});

test("each store has secrets of its own", async () => {
  const stores = [mimir, { url: "https://b.example.com", bearerToken: "store-b" }, { url: "https://c.example.com" }];
  const [first, second, third] = await sectionsOf(...stores);
  expect(first?.basic_auth).toBeDefined();
  expect(second?.authorization).toEqual({ credentials_file: "/run/secrets/prometheus/REMOTE_WRITE_1_TOKEN" });
  expect(Object.keys(third ?? {}).filter((key) => /auth|sigv4/.test(key))).toEqual([]);
  expect(prometheusProgram(specOf(...stores)).secretReferences).toEqual([
    { name: "REMOTE_WRITE_0_USERNAME", as: "file", secret: "mimir", key: "username" },
    { name: "REMOTE_WRITE_0_PASSWORD", as: "file", secret: "mimir", key: "password" },
    { name: "REMOTE_WRITE_1_TOKEN", as: "file", secret: "store-b", key: "token" },
  ]);
});

test("a store sees the servers of a pair under the name by which it keeps one of them", async () => {
  const [section] = await sectionsOf(mimir);
  const rules = section?.write_relabel_configs ?? [];
  expect(relabeled({ __name__: "up", cluster: "east", replica: "prometheus-1" }, rules)).toEqual({
    __name__: "up",
    cluster: "east",
    __replica__: "prometheus-1",
  });
  // A label of the application's own, which Prometheus does not replace with its own.
  const own = { __name__: "shards", replica: "3" };
  expect(relabeled(own, rules)).toEqual(own);
});

test("a store is where it says, or in the private network, and signatures need the node's agent", () => {
  const openings = (...stores: RemoteWriteArgs[]) => prometheusProgram(specOf(...stores)).network?.to ?? [];
  expect(openings(mimir)).toContainEqual({ cidrs: ["203.0.113.0/24"], ports: [443] });
  const privately = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
  expect(openings({ url: "http://store" })).toContainEqual({ cidrs: privately, ports: [80] });
  expect(openings({ url: "http://store:9009/push" })).toContainEqual({ cidrs: privately, ports: [9009] });
  expect(openings({ url: output("http://store"), port: 9009 })).toContainEqual({ cidrs: privately, ports: [9009] });
  expect(openings(amazon)).toContainEqual({ cidrs: privately, ports: [443] });
  const agent = { cidrs: ["169.254.170.23/32"], ports: [80] };
  expect(openings(amazon)).toContainEqual(agent);
  expect(openings(mimir)).not.toContainEqual(agent);
});

test.each<[RemoteWriteArgs, RegExp]>([
  [{ url: "mimir.example.com/api" }, /remoteWrite\[0\]\.url \(mimir\.example\.com\/api\) is no address/],
  [{ ...amazon, credentials: "mimir" }, /remoteWrite\[0\]: credentials and sigv4 exclude each other/],
  [{ ...mimir, headers: { Authorization: "Basic eHg6eXk=" } }, /remoteWrite\[0\]\.headers: authorization/],
  [{ ...mimir, queue: { minShards: 60 } }, /minShards \(60\) is above maxShards \(50\)/],
])("refuses %#", (store, message) => {
  expect(() => specOf(store)).toThrow(message);
});
