import { expect, test } from "vitest";
import { objectsOf } from "../../../policies/kubernetes/objects.ts";
import { podsOf } from "../../../policies/kubernetes/pods.ts";
import { toResource } from "../../../policies/evaluate.ts";

const names = (type: string, props: unknown) =>
  objectsOf(toResource({ type, name: "x", props }))
    .flatMap(podsOf)
    .map(({ containers }) => containers.map(({ role, spec }) => `${role} ${spec.path} ${spec.container ?? "-"}`));

test("containers of all three lists, with exact paths and names", () => {
  const spec = {
    ephemeralContainers: [{ name: "debug" }],
    containers: [{ name: "app" }, {}],
    initContainers: [{ name: "init-1" }],
  };
  expect(names("kubernetes:batch/v1:CronJob", { spec: { jobTemplate: { spec: { template: { spec } } } } })).toEqual([
    [
      "init spec.jobTemplate.spec.template.spec.initContainers[0] init-1",
      "regular spec.jobTemplate.spec.template.spec.containers[0] app",
      "regular spec.jobTemplate.spec.template.spec.containers[1] -",
      "ephemeral spec.jobTemplate.spec.template.spec.ephemeralContainers[0] debug",
    ],
  ]);
});

test("a name that Kubernetes would refuse is not repeated: it may be anything", () => {
  for (const name of ["Has Space", "UPPER", "-a", "a".repeat(64), "a\nb", 7, {}]) {
    expect(names("kubernetes:core/v1:Pod", { spec: { containers: [{ name }] } })).toEqual([
      ["regular spec.containers[0] -"],
    ]);
  }
});

test("every item of a list is its own pod", () => {
  const items = [{ spec: { containers: [{}] } }, { spec: {} }, {}, null, "junk", { spec: { containers: [{}, {}] } }];
  expect(names("kubernetes:core/v1:PodList", { items }).map((containers) => containers.length)).toEqual([1, 0, 2]);
});

test("an item of `kind: List` that does not say its kind yet may be a pod", () => {
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  expect(names("kubernetes:core/v1:List", { items: [{ apiVersion: "v1", kind: unknown }] })).toEqual([
    [
      "init items[0].spec.initContainers[?] -",
      "regular items[0].spec.containers[?] -",
      "ephemeral items[0].spec.ephemeralContainers[?] -",
    ],
  ]);
});

test("lists hold lists", () => {
  const inner = {
    apiVersion: "v1",
    kind: "List",
    items: [{ apiVersion: "v1", kind: "Pod", spec: { containers: [{}] } }],
  };
  expect(names("kubernetes:core/v1:List", { items: [inner] })).toEqual([
    ["regular items[0].items[0].spec.containers[0] -"],
  ]);
});

test("what declares no pod has none: metadata patches, Rollouts that refer to a Deployment", () => {
  expect(names("kubernetes:apps/v1:DeploymentPatch", { metadata: { labels: {} } })).toEqual([]);
  expect(names("kubernetes:argoproj.io/v1alpha1:Rollout", { spec: { workloadRef: {} } })).toEqual([]);
});
