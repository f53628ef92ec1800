import { join } from "node:path";
import { answers } from "./probes.ts";
import type { ProcessPart } from "./part.ts";

/** Serves on a Unix socket: no port that a pod could reach, and so no certificates. Its metrics are for everybody. */
export const etcd: ProcessPart = {
  name: "etcd",
  tool: "etcd",
  after: [],
  command: ({ state, network, tools }) => {
    const client = `unix://${state.etcdSocket}`;
    // Nobody will ever ask for these, but etcd insists on addresses with a port.
    const peer = "http://127.0.0.1:2380";
    return [
      tools.bin("etcd"),
      "--name=lab",
      `--data-dir=${join(state.data, "etcd")}`,
      `--listen-client-urls=${client}`,
      "--advertise-client-urls=http://127.0.0.1:2379",
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=lab=${peer}`,
      `--listen-metrics-urls=http://${network.node}:2381`,
      // A lab may lose its last second in a power cut, and starts and writes much faster for it.
      "--unsafe-no-fsync",
      "--log-level=warn",
    ];
  },
  ready: ({ state }) => answers("http://etcd/health", state.etcdSocket),
};
