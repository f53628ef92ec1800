import { expect, test } from "vitest";
import { images, imageTable } from "../../../offline/images.ts";

const pod = { containers: [{ image: "b:1" }, { image: "a:1" }], initContainers: [{ image: "c:1" }] };

test("finds the containers of every kind, custom resources too, once each and in order", () => {
  const used = images([
    {
      type: "kubernetes:apps/v1:Deployment",
      name: "web",
      props: { kind: "Deployment", spec: { template: { spec: pod } } },
    },
    {
      type: "kubernetes:batch/v1:CronJob",
      name: "job",
      props: { kind: "CronJob", spec: { jobTemplate: { spec: { template: { spec: pod } } } } },
    },
    {
      type: "kubernetes:argoproj.io/v1alpha1:Rollout",
      name: "roll",
      props: { kind: "Rollout", spec: { template: { spec: { containers: [{ image: "d:1" }] } } } },
    },
  ]);
  expect(used).toEqual([
    { reference: "a:1", use: "runs", built: false, by: ["Deployment/web", "CronJob/job"] },
    { reference: "b:1", use: "runs", built: false, by: ["Deployment/web", "CronJob/job"] },
    { reference: "c:1", use: "runs", built: false, by: ["Deployment/web", "CronJob/job"] },
    { reference: "d:1", use: "runs", built: false, by: ["Rollout/roll"] },
  ]);
});

test("the bases of builds are needed too", () => {
  const props = { tags: [], buildArgs: { GO_IMAGE: "docker.io/library/golang:1", COMMIT: "0" } };
  expect(images([{ type: "docker-build:index:Image", name: "orders", props }])).toEqual([
    { reference: "docker.io/library/golang:1", use: "builds", built: false, by: ["Image/orders"] },
  ]);
});

test("tells what the stack builds itself from what others make", () => {
  const containers = [{ image: "registry/orders:1" }, { image: "nginx:1" }];
  const used = images([
    { type: "docker-build:index:Image", name: "orders", props: { tags: ["registry/orders:1"] } },
    { type: "kubernetes:core/v1:Pod", name: "orders", props: { kind: "Pod", spec: { containers } } },
  ]);
  expect(used.map(({ reference, built }) => [reference, built])).toEqual([
    ["nginx:1", false],
    ["registry/orders:1", true],
  ]);
});

test("the table has a line an image, and none for none", () => {
  expect(imageTable([{ reference: "a:1", use: "runs", built: false, by: ["Deployment/web"] }])).toBe(
    "a:1  runs    Deployment/web\n",
  );
  expect(imageTable([])).toBe("");
});
