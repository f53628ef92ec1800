import { series } from "../../panels/targets.ts";
import { rising } from "../../panels/thresholds.ts";
import { timeseries } from "../../panels/timeseries.ts";
import { ON } from "./selector.ts";

/** Network devices of the node itself, not those of its pods. */
const DEVICE = `device!~"lo|veth.*|cali.*|cilium.*|lxc.*|cni.*|flannel.*|docker.*|br-.*"`;

/** Disks, not what is a disk in memory. */
const DISK = `device!~"loop.*|ram.*|zram.*"`;

/** File systems that hold files on a disk. */
const FILES = `fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660|nsfs|fuse.*"`;

/** What the machine reads, writes, sends and gets. */
export function devices() {
  const rate = (metric: string, selector: string) =>
    `sum by (node) (rate(${metric}{${ON},${selector}}[$__rate_interval]))`;
  return [
    timeseries({
      title: "Disk space",
      description:
        "Part of a file system that is taken. At 0.85 the kubelet deletes images that no container uses, at 0.9 it evicts pods.",
      unit: "percentunit",
      span: 8,
      max: 1,
      thresholds: rising(0.8, 0.9),
      targets: [
        series(
          `max by (node, mountpoint) (1 - node_filesystem_avail_bytes{${ON},${FILES}} / node_filesystem_size_bytes{${ON},${FILES}})`,
          "{{node}} {{mountpoint}}",
        ),
      ],
    }),
    timeseries({
      title: "Disk",
      description: "Bytes a second that disks read and write.",
      unit: "Bps",
      span: 8,
      targets: [
        series(rate("node_disk_read_bytes_total", DISK), "{{node}} read"),
        series(rate("node_disk_written_bytes_total", DISK), "{{node}} written"),
      ],
    }),
    timeseries({
      title: "Network",
      description: "Bytes a second that come and go by the node's own devices.",
      unit: "Bps",
      span: 8,
      targets: [
        series(rate("node_network_receive_bytes_total", DEVICE), "{{node}} in"),
        series(rate("node_network_transmit_bytes_total", DEVICE), "{{node}} out"),
      ],
    }),
  ];
}
