import { pkiFile } from "../lab.ts";
import type { ProcessPart } from "./part.ts";

export const kubeApiserver: ProcessPart = {
  name: "kube-apiserver",
  tool: "kubernetes",
  after: ["etcd"],
  command: (lab) => {
    const pki = (name: string) => pkiFile(lab, name);
    return [
      lab.tools.bin("kube-apiserver"),
      `--etcd-servers=unix://${lab.state.etcdSocket}`,
      `--advertise-address=${lab.network.node}`,
      `--service-cluster-ip-range=${lab.network.services}`,
      "--allow-privileged=true",
      "--authorization-mode=Node,RBAC",
      "--enable-admission-plugins=NodeRestriction",
      `--client-ca-file=${pki("ca.crt")}`,
      `--tls-cert-file=${pki("kube-apiserver.crt")}`,
      `--tls-private-key-file=${pki("kube-apiserver.key")}`,
      "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
      `--service-account-key-file=${pki("service-account.key")}`,
      `--service-account-signing-key-file=${pki("service-account.key")}`,
      `--kubelet-client-certificate=${pki("kube-apiserver-kubelet-client.crt")}`,
      `--kubelet-client-key=${pki("kube-apiserver-kubelet-client.key")}`,
      `--kubelet-certificate-authority=${pki("ca.crt")}`,
      // The node's name resolves nowhere; without this `kubectl logs` fails.
      "--kubelet-preferred-address-types=InternalIP",
      // Aggregation: metrics and custom metrics for autoscalers answer behind the API server.
      `--requestheader-client-ca-file=${pki("front-proxy-ca.crt")}`,
      "--requestheader-allowed-names=front-proxy-client",
      "--requestheader-username-headers=X-Remote-User",
      "--requestheader-group-headers=X-Remote-Group",
      "--requestheader-extra-headers-prefix=X-Remote-Extra-",
      `--proxy-client-cert-file=${pki("front-proxy-client.crt")}`,
      `--proxy-client-key-file=${pki("front-proxy-client.key")}`,
    ];
  },
  ready: async ({ api }) => (await api.get("/readyz")).status === 200,
};
