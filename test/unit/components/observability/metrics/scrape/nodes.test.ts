import { expect, test } from "vitest";
import type { MetricsArgs } from "../../../../../../components/observability/metrics/index.ts";
import { scrapeJobs } from "../../../../../../components/observability/metrics/scrape/index.ts";
import { metricsSpec } from "../../../../../../components/observability/metrics/spec.ts";
import { least } from "../arguments.ts";
import { targets } from "../discovery.ts";
import { relabeled, type Labels } from "../relabel.ts";

function jobNamed(name: string, args: Partial<MetricsArgs> = {}) {
  const job = scrapeJobs(metricsSpec({ ...least, ...args })).find(({ job_name }) => job_name === name);
  if (!job) throw new Error(`no job ${name}`);
  return job;
}

/** A node, as Prometheus finds it. */
function node({ ip = "192.168.0.7", controlPlane = false } = {}): Labels {
  return {
    __address__: `${ip}:10250`,
    __meta_kubernetes_node_name: "a",
    __meta_kubernetes_node_address_InternalIP: ip,
    instance: "a",
    ...(controlPlane && { __meta_kubernetes_node_labelpresent_node_role_kubernetes_io_control_plane: "true" }),
  };
}

/** Whether a sample of a job is kept. */
function keeps(job: string, sample: Labels): boolean {
  return relabeled(sample, jobNamed(job).metric_relabel_configs ?? []) !== undefined;
}

test.each([
  ["kubelet", "/metrics"],
  ["cadvisor", "/metrics/cadvisor"],
])("%s: every node, whose series keep the labels of what they are about", (name, path) => {
  const job = jobNamed(name);
  expect(targets([node()], job)).toMatchObject([{ labels: { job: name, node: "a" } }]);
  expect(targets([node()], job)[0]?.url).toBe(`https://192.168.0.7:10250${path}`);
  expect(job.honor_labels).toBe(true);
  expect(job.authorization?.credentials_file).toMatch(/serviceaccount\/token$/);
});

test("a kubelet's certificate is checked where it can be", () => {
  expect(jobNamed("kubelet").tls_config).toEqual({ insecure_skip_verify: true });
  expect(jobNamed("cadvisor", { verifyKubelets: true }).tls_config).toEqual({
    ca_file: "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt",
  });
});

test("the control plane is scraped where it can be, and on its own nodes", () => {
  const names = (args: Partial<MetricsArgs>) =>
    scrapeJobs(metricsSpec({ ...least, ...args })).map((job) => job.job_name);
  const parts = ["kube-scheduler", "kube-controller-manager", "etcd"];
  expect(names({}).filter((name) => parts.includes(name))).toEqual([]);
  expect(names({ controlPlane: true })).toEqual(expect.arrayContaining(parts));

  const nodes = [node(), node({ controlPlane: true })];
  const found = parts.map((name) => targets(nodes, jobNamed(name, { controlPlane: true })));
  expect(found).toMatchObject([
    [{ url: "https://192.168.0.7:10259/metrics", labels: { node: "a" } }],
    [{ url: "https://192.168.0.7:10257/metrics" }],
    [{ url: "http://192.168.0.7:2381/metrics" }],
  ]);
  const six = targets([node({ controlPlane: true, ip: "fd00::7" })], jobNamed("etcd", { controlPlane: true }));
  expect(six).toMatchObject([{ url: "http://[fd00::7]:2381/metrics" }]);
});

test("API servers are found behind kubernetes.default, and known by its name", () => {
  const slice = (service: string, port: string) => ({
    __address__: "172.16.0.1:6443",
    __meta_kubernetes_endpointslice_label_kubernetes_io_service_name: service,
    __meta_kubernetes_endpointslice_port_name: port,
  });
  const job = jobNamed("kubernetes-apiservers");
  const found = [slice("kubernetes", "https"), slice("kubernetes", "other"), slice("web", "https")];
  expect(targets(found, job)).toHaveLength(1);
  expect(job.tls_config).toMatchObject({ server_name: "kubernetes.default.svc" });
  expect(job.tls_config?.insecure_skip_verify).toBeUndefined();
});

const histogram = "apiserver_request_sli_duration_seconds_bucket";

test.each<[boolean, string, Labels]>([
  [false, "kubernetes-apiservers", { __name__: "apiserver_request_duration_seconds_bucket", le: "0.5" }],
  [true, "kubernetes-apiservers", { __name__: "apiserver_request_duration_seconds_count" }],
  [true, "kubernetes-apiservers", { __name__: "apiserver_request_total" }],
  [false, "kubernetes-apiservers", { __name__: "apiserver_watch_list_duration_seconds_bucket", le: "1.0" }],
  [false, "kubernetes-apiservers", { __name__: "apiserver_response_sizes_bucket", le: "1000.0" }],
  [false, "kubernetes-apiservers", { __name__: "apiserver_watch_cache_read_wait_seconds_bucket", le: "1.0" }],
  ...["0.1", "0.5", "1.0", "5.0", "30.0", "60.0", "+Inf"].map(
    (le) => [true, "kubernetes-apiservers", { __name__: histogram, le }] as [boolean, string, Labels],
  ),
  ...["0.05", "0.2", "1.25", "2.0", "2", "10.0", "45.0"].map(
    (le) => [false, "kubernetes-apiservers", { __name__: histogram, le }] as [boolean, string, Labels],
  ),
  [true, "cadvisor", { __name__: "container_cpu_usage_seconds_total", id: "/kubepods/x", pod: "p", container: "c" }],
  [true, "cadvisor", { __name__: "container_cpu_cfs_throttled_periods_total", id: "/kubepods/x", pod: "p" }],
  [true, "cadvisor", { __name__: "container_memory_working_set_bytes", id: "/kubepods/x", pod: "p" }],
  [true, "cadvisor", { __name__: "machine_cpu_cores" }],
  [false, "cadvisor", { __name__: "container_cpu_usage_seconds_total", id: "/", pod: "" }],
  [false, "cadvisor", { __name__: "container_cpu_usage_seconds_total", id: "/kubepods" }],
  [false, "cadvisor", { __name__: "container_tasks_state", id: "/kubepods/x", pod: "p", state: "running" }],
  [false, "cadvisor", { __name__: "container_spec_memory_limit_bytes", id: "/kubepods/x", pod: "p" }],
  [true, "cadvisor", { __name__: "container_network_receive_bytes_total", id: "/x", pod: "p", interface: "eth0" }],
  [false, "cadvisor", { __name__: "container_network_receive_bytes_total", id: "/x", pod: "p", interface: "veth12" }],
  [true, "kubelet", { __name__: "kubelet_volume_stats_used_bytes", namespace: "shop" }],
  [true, "kubelet", { __name__: "kubelet_pod_start_duration_seconds_bucket", le: "1.0" }],
  [false, "pods", { __name__: "apiserver_request_total", service: "metrics-server" }],
  [true, "pods", { __name__: "metrics_server_storage_points", service: "metrics-server" }],
  [true, "pods", { __name__: "apiserver_request_total", service: "another-server" }],
  [false, "kubelet", { __name__: "storage_operation_duration_seconds_bucket", le: "1.0" }],
])("kept: %s, of %s: %j", (kept, job, sample) => {
  expect(keeps(job, sample)).toBe(kept);
});
