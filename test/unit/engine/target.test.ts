import { rmSync, writeFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { beside } from "../../../engine/environment.ts";
import { target, whereabouts } from "../../../engine/target.ts";

test("the dev stack runs on the lab, the prod stack on a cluster of yours", () => {
  expect(target("dev")).toMatchObject({ onLab: true, environment: "dev", file: "Pulumi.dev.yaml" });
  expect(target("prod")).toMatchObject({ onLab: false, environment: "prod", clusters: [{ context: "prod" }] });
});

test("a stack on several clusters knows where each of its services is, and that one of them is the lab", () => {
  const twin = `config:
  slipway:environment: dev
  slipway:clusters: [{ name: east, context: lab, services: [orders] }, { name: west, context: elsewhere }]
  slipway:images: { registry: r.example.com }
  slipway:tenants: [{ name: shop }]
  slipway:services: [{ name: orders, tenant: shop, image: a/b:1 }, { name: billing, tenant: shop, image: a/c:1 }]
`;
  writeFileSync("Pulumi.target-twin.yaml", twin);
  expect(target("target-twin")).toMatchObject({
    onLab: true,
    clusters: [
      { context: "lab", onLab: true, services: ["east-orders"] },
      { context: "elsewhere", onLab: false, services: ["west-orders", "west-billing"] },
    ],
  });
});

test("a stack on the lab with a Grafana is refused before it waits for an image, and without one its user is told", () => {
  const watched = (dashboards: string) => `config:
  slipway:environment: dev
  slipway:cluster: { context: lab }
  slipway:images: { registry: r.example.com }
  slipway:tenants: [{ name: shop }]
  slipway:observability: { dashboards: ${dashboards} }
`;
  writeFileSync("Pulumi.target-twin.yaml", watched("{ adminSecret: a }"));
  expect(() => target("target-twin")).toThrow(/dashboards\.enabled: the lab cannot run Grafana.* false$/);
  writeFileSync("Pulumi.target-twin.yaml", watched("{ enabled: false }"));
  expect(target("target-twin")).toMatchObject({
    notes: [expect.stringContaining("Grafana is off")],
    clusters: [{ namespaces: ["shop", "monitoring", "monitoring-node"] }],
  });
});

test("a stack on the lab and elsewhere finds the contexts of both kubeconfigs", () => {
  expect(beside("/lab/kubeconfig", { KUBECONFIG: "/a:/b" })).toBe("/lab/kubeconfig:/a:/b");
  expect(beside("/lab/kubeconfig", {})).toMatch(/^\/lab\/kubeconfig:.+\/\.kube\/config$/);
});

afterAll(() => rmSync("Pulumi.target-twin.yaml", { force: true }));

test("a shell finds its way to a stack whose file has mistakes, to mend them there", () => {
  const mistaken = (clusters: string) => {
    writeFileSync("Pulumi.target-twin.yaml", `config:\n  ${clusters}\n  slipway:environment: nope\n`);
    expect(() => target("target-twin")).toThrow(/slipway:environment/);
    return whereabouts("target-twin");
  };
  expect(mistaken("slipway:cluster: { context: lab }")).toEqual({ onLab: true, clusters: [{ onLab: true }] });
  expect(mistaken("slipway:clusters: [{ context: a }, nonsense, { context: 1 }]")).toEqual({
    onLab: false,
    clusters: [{ onLab: false }],
  });
  expect(mistaken("slipway:cluster: lab")).toEqual({ onLab: false, clusters: [] });
});

test("a stack without a file is refused before anything is built", () => {
  expect(() => target("nowhere")).toThrow(/Pulumi\.nowhere\.yaml: no such file/);
});
