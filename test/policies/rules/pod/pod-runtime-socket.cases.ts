import { rule } from "../../../../policies/rules/pod/pod-runtime-socket.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const hostPath = (path: unknown) => pod({ volumes: [{ name: "v", hostPath: { path } }] });
const PATH = ["spec.volumes[0].hostPath.path"];

export const cases: RuleCases = {
  rule,
  compliant: [
    ...["/var/log", "/run/orders", "/var/run/docker.sock.d", "/data/run/docker.sock"].map((path) => ({
      it: path,
      given: hostPath(path),
    })),
    { it: "other volumes", given: pod({ volumes: [{ name: "tmp", emptyDir: {} }] }) },
  ],
  violating: [
    "/var/run/docker.sock",
    "/run/containerd/containerd.sock",
    "/run/k3s/containerd/containerd.sock",
    "/var/run/crio/crio.sock",
    "/var/run/cri-dockerd.sock",
    "/run/containerd",
    "/run/",
    "//var//run/",
    "/var/log/../run",
    "/var",
    "/",
  ].map((path) => ({ it: path, given: hostPath(path), finds: PATH })),
  unknown: [
    { it: "the path", given: hostPath(UNKNOWN), finds: PATH },
    { it: "the volume", given: pod({ volumes: [UNKNOWN_OBJECT] }), finds: PATH },
  ],
  malformed: [{ it: "a number", given: hostPath(7), finds: PATH }],
};
