import { expect, test } from "vitest";
import { openingsSpec } from "../../../../components/network/openings.ts";

interface Spec {
  policyTypes: string[];
  ingress: { from: object[]; ports: object[] }[];
  egress: object[];
}

test("a program reaches the cluster's names and nobody else, and nobody reaches it, unless it says so", () => {
  const { ingress, egress, policyTypes } = openingsSpec("loki", {}) as unknown as Spec;
  expect(policyTypes).toEqual(["Ingress", "Egress"]);
  expect(ingress).toEqual([]);
  expect(egress).toHaveLength(1);
  expect(JSON.stringify(egress)).toContain("kube-dns");
});

test("each opening names its peers and its ports; no ports are every port, which is no list at all", () => {
  const spec = openingsSpec("prometheus", {
    from: [{ pods: { name: "grafana", namespace: "monitoring" }, namespace: "argo", ports: [9090] }],
    to: [
      { everyNamespace: true, ports: [] },
      { cidrs: ["169.254.0.0/16"], ports: [10250] },
    ],
  }) as unknown as Spec;
  expect(spec.ingress[0]?.from).toHaveLength(2);
  expect(spec.ingress[0]?.ports).toEqual([{ protocol: "TCP", port: 9090 }]);
  expect(spec.egress[1]).toEqual({ to: [{ namespaceSelector: {} }] });
  expect(spec.egress[2]).toMatchObject({
    to: [{ ipBlock: { cidr: "169.254.0.0/16", except: ["169.254.169.254/32"] } }],
  });
});
