import { join } from "node:path";
import { labImageReference } from "../images/index.ts";
import { configFile, type Lab } from "../lab.ts";
import { listens } from "./probes.ts";
import { REGISTRY } from "./registry.ts";
import type { ProcessPart } from "./part.ts";

/** Its usual place; /run is the node's own. */
export const CONTAINERD_SOCKET = "/run/containerd/containerd.sock";

/** @see https://github.com/containerd/containerd/blob/v2.3.7/docs/cri/config.md */
function containerdConfig(lab: Lab): string {
  const quoted = JSON.stringify;
  return `version = 3
root = ${quoted(join(lab.state.data, "containerd"))}
disabled_plugins = [
  # Creates /opt/containerd on the host.
  "io.containerd.internal.v1.opt",
  "io.containerd.nri.v1.nri",
]

[grpc]
  address = ${quoted(CONTAINERD_SOCKET)}

[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = ${quoted(labImageReference("pause", REGISTRY))}

[plugins."io.containerd.cri.v1.images".registry]
  config_path = ${quoted(configFile(lab, "certs.d"))}

[plugins."io.containerd.cri.v1.runtime"]
  # Without CAP_SYS_RESOURCE every pod fails with "can't get final child's PID".
  restrict_oom_score_adj = true
  # A profile would be loaded into the host's kernel, and stay.
  disable_apparmor = true

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
  SystemdCgroup = false

[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = [${quoted(lab.tools.dir("cni"))}]
  conf_dir = ${quoted(configFile(lab, "cni"))}
`;
}

/** The node's bridge: pods get addresses of the node's range and reach each other, the node and the host. */
function cniConfig(lab: Pick<Lab, "network">) {
  return {
    cniVersion: "1.0.0",
    name: "lab",
    plugins: [
      {
        type: "bridge",
        bridge: "cni0",
        isDefaultGateway: true,
        // A pod may call the service that it is itself behind.
        hairpinMode: true,
        ipam: { type: "host-local", ranges: [[{ subnet: lab.network.pods }]] },
      },
      { type: "portmap", capabilities: { portMappings: true } },
    ],
  };
}

/** Everything comes from the lab's registry; asking elsewhere would only turn "not found" into a network error. */
const hosts = `server = "http://${REGISTRY}"

[host."http://${REGISTRY}"]
  capabilities = ["pull", "resolve"]
`;

export const containerd: ProcessPart = {
  name: "containerd",
  tool: "containerd",
  after: [],
  files: (lab) => ({
    "containerd.toml": containerdConfig(lab),
    "cni/10-lab.conflist": JSON.stringify(cniConfig(lab), undefined, 2),
    [`certs.d/${REGISTRY}/hosts.toml`]: hosts,
    "certs.d/docker.io/hosts.toml": hosts,
  }),
  command: (lab) => [lab.tools.bin("containerd"), `--config=${configFile(lab, "containerd.toml")}`],
  // The socket is in the node's own /run: reached from here through the process that made it.
  ready: (_, pid) => listens(`/proc/${pid}/root${CONTAINERD_SOCKET}`),
};
