import type { ProgramArgs } from "../../program/index.ts";
import { NODE } from "./names.ts";
import { scraped } from "./openings.ts";
import { resourcesOf } from "./resources.ts";
import type { MetricsSpec } from "./spec.ts";

/**
 * What every node has, a virtual one too. Named one by one: a third of the defaults look for hardware that a virtual machine
 * lacks, report failure at each scrape, and a new version brings more of them.
 * @see https://github.com/prometheus/node_exporter#collectors
 */
const COLLECTORS = [
  ...["conntrack", "cpu", "diskstats", "filefd", "filesystem", "loadavg", "meminfo", "netclass", "netdev", "netstat"],
  ...["os", "pressure", "sockstat", "softnet", "stat", "time", "timex", "udp_queues", "uname", "vmstat"],
];

/** The other ends of the pods' interfaces: cAdvisor counts the pods. */
const POD_INTERFACES = "^(cali|cni|eni|lxc|nodelocaldns|tunl|veth).*$";

/** File systems that are no place of the node's own: those of containers and pods, and what is not on a disk. */
const POD_MOUNTS = "^/(dev|proc|run|sys|var/lib/(containerd|containers|docker|kubelet)/.+)($|/)";

/** node-exporter: the node's processors, memory, disks and network. */
export function nodeProgram(spec: MetricsSpec): ProgramArgs {
  return {
    name: NODE.name,
    namespace: spec.nodeNamespace,
    image: spec.images.nodeExporter,
    kind: "DaemonSet",
    args: [
      "--path.procfs=/host/proc",
      "--path.sysfs=/host/sys",
      "--path.rootfs=/host/root",
      "--path.udev.data=/host/root/run/udev/data",
      // The address that Prometheus comes to, and none of the others that a node may have.
      `--web.listen-address=$(HOST_IP):${NODE.port}`,
      "--collector.disable-defaults",
      ...[...COLLECTORS, ...spec.nodeCollectors].map((collector) => `--collector.${collector}`),
      `--collector.filesystem.mount-points-exclude=${POD_MOUNTS}`,
      `--collector.netclass.ignored-devices=${POD_INTERFACES}`,
      `--collector.netdev.device-exclude=${POD_INTERFACES}`,
    ],
    podFields: { HOST_IP: "status.hostIP" },
    ports: [{ name: "http-metrics", port: NODE.port }],
    probes: { readiness: { path: "/", port: NODE.port } },
    resources: resourcesOf("nodeExporter", spec.resources),
    // Mounts that come later are not seen: their propagation is refused where / is a private mount.
    volumes: [
      { name: "proc", mountPath: "/host/proc", hostPath: { path: "/proc" }, readOnly: true },
      { name: "sys", mountPath: "/host/sys", hostPath: { path: "/sys" }, readOnly: true },
      { name: "root", mountPath: "/host/root", hostPath: { path: "/" }, readOnly: true },
    ],
    // A pod of its own would count its own interfaces.
    hostNetwork: true,
    network: { from: [scraped(spec, [NODE.port])] },
  };
}
