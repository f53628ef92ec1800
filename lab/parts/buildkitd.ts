import { join } from "node:path";
import { configFile, type Lab } from "../lab.ts";
import { CGROUP } from "../node/cgroups.ts";
import { listens } from "./probes.ts";
import { REGISTRY } from "./registry.ts";
import type { ProcessPart } from "./part.ts";

/** @see https://github.com/moby/buildkit/blob/v0.26.3/docs/buildkitd.toml.md */
function buildkitdConfig({ state }: Pick<Lab, "state">): string {
  return `root = ${JSON.stringify(join(state.data, "buildkit"))}

[grpc]
  address = [${JSON.stringify(`unix://${state.buildkitSocket}`)}]

[worker.oci]
  # RUN steps reach the module proxy as the host does.
  networkMode = "host"
  defaultCgroupParent = "/${CGROUP}"
  gc = true
  maxUsedSpace = "10GB"

[worker.containerd]
  enabled = false

# Public base images are served by the lab under their own names.
[registry."docker.io"]
  mirrors = ["${REGISTRY}"]

[registry."${REGISTRY}"]
  http = true
`;
}

export const buildkitd: ProcessPart = {
  name: "buildkitd",
  tool: "buildkit",
  after: [],
  hostNetwork: true,
  files: (lab) => ({ "buildkitd.toml": buildkitdConfig(lab) }),
  command: (lab) => [lab.tools.bin("buildkitd"), `--config=${configFile(lab, "buildkitd.toml")}`],
  ready: ({ state }) => listens(state.buildkitSocket),
};
