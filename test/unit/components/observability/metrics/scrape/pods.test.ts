import { expect, test } from "vitest";
import { scrapeJobs } from "../../../../../../components/observability/metrics/scrape/index.ts";
import { metricsSpec } from "../../../../../../components/observability/metrics/spec.ts";
import { least } from "../arguments.ts";
import { discovered, targets, type Pod } from "../discovery.ts";

const jobs = scrapeJobs(metricsSpec(least)).filter(({ kubernetes_sd_configs: [found] }) => found?.role === "pod");

/** Every target that any job makes of a pod. */
function scraped(pod: Pod) {
  return jobs.flatMap((job) => targets(discovered(pod), job));
}

const urls = (pod: Pod) => scraped(pod).map(({ url }) => url);

const orders: Pod = {
  labels: { "app.kubernetes.io/name": "orders", "pod-template-hash": "5d4f" },
  containers: { orders: { http: 8080, "http-metrics": 9090 } },
};
const annotations = { "prometheus.io/scrape": "true", "prometheus.io/port": "9090" };

test("a pod is scraped at the ports that are named for it, with what its series are joined by", () => {
  expect(scraped(orders)).toEqual([
    {
      url: "http://10.1.2.3:9090/metrics",
      labels: {
        container: "orders",
        job: "pods",
        namespace: "shop",
        node: "a",
        pod: "orders-1",
        revision: "5d4f",
        service: "orders",
      },
    },
  ]);
});

test.each([
  ["metrics", ["http://10.1.2.3:1/metrics"]],
  ["span-metrics", ["http://10.1.2.3:1/metrics"]],
  ["https-metrics", ["https://10.1.2.3:1/metrics"]],
  ["http", []],
  ["metrics-http", []],
  ["xmetrics", []],
])("a port named %s: %j", (name, expected) => {
  expect(urls({ containers: { a: { [name]: 1 } } })).toEqual(expected);
});

test("a port for UDP is none to scrape", () => {
  const found = discovered(orders).map((target) => ({
    ...target,
    __meta_kubernetes_pod_container_port_protocol: "UDP",
  }));
  expect(jobs.flatMap((job) => targets(found, job))).toEqual([]);
});

test.each<[string, Pod["containers"]]>([
  ["declares the port", { web: { web: 9090 } }],
  ["declares another", { web: { http: 8080 } }],
  ["declares none", { web: {} }],
  ["declares it by a name for metrics", { web: { http: 8080, "http-metrics": 9090 } }],
  ["has several containers", { web: { http: 8080 }, proxy: { admin: 15000 }, other: {} }],
])("a pod with annotations that %s is scraped once, as they say", (_, containers) => {
  const found = scraped({ labels: { app: "web" }, annotations, containers });
  expect(found).toEqual([
    {
      url: "http://10.1.2.3:9090/metrics",
      labels: { job: "pods", namespace: "shop", node: "a", pod: "orders-1", service: "web" },
    },
  ]);
});

test("annotations name path and scheme, and the container if it is the pod's default", () => {
  const more = {
    "prometheus.io/path": "/v1/metrics?all",
    "prometheus.io/scheme": "https",
    "kubectl.kubernetes.io/default-container": "web",
  };
  const found = scraped({ annotations: { ...annotations, ...more }, containers: { web: {}, proxy: { a: 1, b: 2 } } });
  expect(found).toMatchObject([{ url: "https://10.1.2.3:9090/v1/metrics?all", labels: { container: "web" } }]);
});

test("an annotation that names no port leaves it to the names, one that says no leaves nothing", () => {
  const { containers } = orders;
  expect(urls({ containers, annotations: { "prometheus.io/scrape": "true" } })).toEqual([
    "http://10.1.2.3:9090/metrics",
  ]);
  expect(urls({ containers, annotations: { ...annotations, "prometheus.io/port": "web" } })).toHaveLength(1);
  expect(urls({ containers, annotations: { ...annotations, "prometheus.io/scrape": "false" } })).toEqual([]);
});

test("an address of IPv6 is bracketed", () => {
  const pod = { ip: "fd00::3", containers: { web: { http: 8080 } } };
  expect(urls({ ...pod, annotations })).toEqual(["http://[fd00::3]:9090/metrics"]);
  expect(urls({ ...orders, ip: "fd00::3" })).toEqual(["http://[fd00::3]:9090/metrics"]);
});

test("a pod in the network of its node is scraped at the address of the node", () => {
  const exporter: Pod = {
    namespace: "monitoring-node",
    ip: "192.168.0.7",
    node: "b",
    labels: { "app.kubernetes.io/name": "node-exporter" },
    containers: { "node-exporter": { "http-metrics": 9100 } },
  };
  expect(scraped(exporter)).toMatchObject([
    { url: "http://192.168.0.7:9100/metrics", labels: { service: "node-exporter", node: "b" } },
  ]);
});

test.each(["Pending", "Succeeded", "Failed"] as const)("a pod that is %s is left alone", (phase) => {
  expect(urls({ ...orders, phase })).toEqual([]);
  expect(urls({ ...orders, phase, annotations })).toEqual([]);
});

test.each([
  ["pod-template-hash", "a Deployment"],
  ["rollouts-pod-template-hash", "a Rollout"],
])("the revision is that of %s, of %s", (label) => {
  const pod = { ...orders, labels: { "app.kubernetes.io/name": "orders", [label]: "77c9" } };
  expect(scraped(pod)[0]?.labels).toMatchObject({ service: "orders", revision: "77c9" });
});

test("a pod without a revision or a name has no such label", () => {
  const [found] = scraped({ ...orders, labels: {} });
  expect(found?.labels).not.toHaveProperty("revision");
  expect(found?.labels).not.toHaveProperty("service");
});

test("the service is the recommended label, then those of before", () => {
  const of = (labels: Record<string, string>) => scraped({ ...orders, labels })[0]?.labels.service;
  const all = { app: "c", "k8s-app": "b", "app.kubernetes.io/name": "a" };
  expect([of(all), of({ app: "c", "k8s-app": "b" }), of({ app: "c" })]).toEqual(["a", "b", "c"]);
});

test("no pod is shown a token, and none chooses its own labels", () => {
  for (const job of jobs.filter(({ job_name }) => job_name.startsWith("pods"))) {
    expect(job.authorization).toBeUndefined();
    expect(job.honor_labels).toBeUndefined();
    expect(job.sample_limit).toBe(50_000);
  }
});

test("kube-state-metrics is scraped once for the state, whose labels are left alone, and once for itself", () => {
  const state: Pod = {
    namespace: "monitoring",
    name: "kube-state-metrics-1",
    labels: { "app.kubernetes.io/name": "kube-state-metrics" },
    containers: { "kube-state-metrics": { http: 8080, "self-metrics": 8081 } },
  };
  expect(scraped(state).map(({ url, labels }) => [url, labels.job])).toEqual([
    ["http://10.1.2.3:8081/metrics", "pods"],
    ["http://10.1.2.3:8080/metrics", "kube-state-metrics"],
  ]);
  const [, own] = scraped(state);
  expect(own?.labels).toEqual({ job: "kube-state-metrics" });
  expect(jobs.find(({ job_name }) => job_name === "kube-state-metrics")).toMatchObject({ honor_labels: true });
  // A tenant's pod of that name does not speak for the cluster.
  expect(scraped({ ...state, namespace: "shop" }).map(({ labels }) => labels.job)).toEqual(["pods"]);
});

test("the jobs of pods share one watch", () => {
  expect(new Set(jobs.map(({ kubernetes_sd_configs }) => JSON.stringify(kubernetes_sd_configs))).size).toBe(1);
});
