import { NODE } from "../pki/certificates.ts";
import { apply } from "./kubectl.ts";
import type { TaskPart } from "./part.ts";

/**
 * Marks the node as one of the control plane, by which monitoring finds its parts. Through the API, as kubeadm does it: a
 * kubelet may not give itself a role (NodeRestriction). Without kubeadm's taint, for there is no other node to run on.
 */
export const nodeRole: TaskPart = {
  name: "node role",
  after: ["kubelet"],
  run: (lab) =>
    apply(lab, [
      {
        apiVersion: "v1",
        kind: "Node",
        metadata: { name: NODE, labels: { "node-role.kubernetes.io/control-plane": "" } },
      },
    ]),
};
