import { posix } from "node:path";
import { security } from "../../frameworks.ts";
import { mandatory } from "../../levels.ts";
import type { PodRule } from "../../rule.ts";

/** Where container runtimes listen, as of the CRI endpoints that the kubelet looks for, and Docker's own. */
const SOCKETS = [
  "/run/docker.sock",
  "/run/containerd/containerd.sock",
  "/run/k3s/containerd/containerd.sock",
  "/run/crio/crio.sock",
  "/run/cri-dockerd.sock",
  "/run/dockershim.sock",
  "/run/podman/podman.sock",
];

/** A path of the node that holds the socket gives it away as well. */
export const rule: PodRule = {
  name: "pod-runtime-socket",
  description: "No pod may reach the socket of its node's container runtime.",
  level: mandatory,
  severity: "critical",
  framework: security,
  remediation: "Build images with BuildKit outside of the cluster, and read what runs from the Kubernetes API.",
  url: "https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html",
  checkPod({ spec }, require) {
    for (const volume of spec.at("volumes").items()) {
      const path = volume.at("hostPath", "path");
      require(path.test(
        holdsNoSocket,
      ), path, "must not lead to a container runtime's socket: who has it is root on the node");
    }
  },
};

function holdsNoSocket(path: unknown): boolean {
  if (path === undefined) return true;
  if (typeof path !== "string") return false;
  // `/var/run` is a link to `/run`.
  const folder = posix.normalize(`/${path}/`).replace(/^\/var\/run\//, "/run/");
  return folder !== "/var/" && !SOCKETS.some((socket) => `${socket}/`.startsWith(folder));
}
