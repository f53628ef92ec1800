import { expect, test } from "vitest";
import { javascriptProgram, typescriptProgram } from "../../../bench/preview/programs.ts";

const declared = [
  { type: "pulumi:providers:kubernetes", name: "cluster", props: { context: "lab" } },
  { type: "slipway:index:Service", name: "orders", props: {} },
  {
    type: "kubernetes:apps/v1:Deployment",
    name: "orders",
    props: { apiVersion: "apps/v1", kind: "Deployment", spec: { replicas: 2 } },
  },
  { type: "kubernetes:rbac.authorization.k8s.io/v1:Role", name: "reader", props: { kind: "Role", rules: [] } },
  { type: "kubernetes:core/v1:Namespace", name: "shop", props: { apiVersion: "v1", kind: "Namespace" } },
];

test("the template's program imports everything at once; the plain one only the API groups that it uses", () => {
  expect(typescriptProgram(declared)).toContain('import * as k8s from "@pulumi/kubernetes";');
  const plain = javascriptProgram(declared);
  expect(plain.match(/require\(".*?"\)/g)).toEqual([
    'require("@pulumi/kubernetes/provider.js")',
    'require("@pulumi/kubernetes/apps/v1/index.js")',
    'require("@pulumi/kubernetes/rbac/v1/index.js")',
    'require("@pulumi/kubernetes/core/v1/index.js")',
  ]);
});

test("both declare every Kubernetes object once, the namespaces first, and nothing of our own", () => {
  for (const [program, prefix] of [
    [typescriptProgram(declared), "k8s.apps.v1."],
    [javascriptProgram(declared), "apps_v1."],
  ] as const) {
    expect(program).toContain(`new ${prefix}Deployment("orders", {\n  "spec": {\n    "replicas": 2\n  }\n}`);
    expect(program.indexOf('Namespace("shop"')).toBeLessThan(program.indexOf('Deployment("orders"'));
    expect(program.match(/^(const provider = )?new /gm)).toHaveLength(4);
    expect(program).not.toContain("slipway");
  }
});
