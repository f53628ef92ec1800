import { describe, expect, test } from "vitest";
import { type DeclaredResource, evaluate } from "../../policies/evaluate.ts";
import { object } from "./cases.ts";
import { goodContainer, goodPod } from "./pods.ts";
import { autoscaler, budget, service, workload } from "./stack-trials.ts";

/**
 * What users of other policy tools have complained about, so that nobody has to here. Each test names the thread.
 */
const failed = (declared: readonly DeclaredResource[]) => {
  const { rules } = evaluate(declared, { environment: "prod" });
  return rules.flatMap((rule) =>
    rule.failed.map(({ rule, resource, container }) => ({ rule, resource: resource.name, container })),
  );
};
const rulesOn = (declared: readonly DeclaredResource[], prefix: RegExp) => [
  ...new Set(
    failed(declared)
      .map(({ rule }) => rule)
      .filter((rule) => prefix.test(rule)),
  ),
];
const pod = (spec: object) => [workload({ pod: { ...goodPod, ...spec } })];
const job = object("Job.batch", {
  spec: {
    template: {
      spec: {
        ...goodPod,
        restartPolicy: "Never",
        containers: [{ ...goodContainer, readinessProbe: undefined, livenessProbe: undefined }],
      },
    },
  },
});

describe("ephemeral and init containers are forgotten (kyverno/policies#951, trivy-checks#534, regolibrary#709)", () => {
  const bad = { ...goodContainer, name: "bad", securityContext: {} };

  test.each(["initContainers", "containers", "ephemeralContainers"])("%s", (list) => {
    const found = failed(pod({ [list]: [bad] }))
      .filter(({ container }) => container === "bad")
      .map(({ rule }) => rule);
    expect(found).toEqual(
      expect.arrayContaining([
        "pss-restricted-allow-privilege-escalation",
        "pss-restricted-capabilities-restricted",
        "container-read-only-root-filesystem",
      ]),
    );
  });
});

describe("probes are asked of what ends (kube-linter#261, checkov#4807, polaris#209, kube-score#108, kyverno#2650)", () => {
  const probes = /probe/;

  test("not of Jobs and CronJobs", () => {
    expect(rulesOn([job, service()], probes)).toEqual([]);
  });
  test("not of init containers", () => {
    expect(
      rulesOn(
        [
          ...pod({
            initContainers: [
              { ...goodContainer, name: "migrate", livenessProbe: undefined, readinessProbe: undefined },
            ],
          }),
          service(),
        ],
        probes,
      ),
    ).toEqual([]);
  });
  test("a native sidecar may have them (keel#772)", () => {
    expect(
      rulesOn(
        [...pod({ initContainers: [{ ...goodContainer, name: "proxy", restartPolicy: "Always" }] }), service()],
        probes,
      ),
    ).toEqual([]);
  });
  test("not of a worker that nobody asks", () => {
    expect(rulesOn(pod({ containers: [{ ...goodContainer, readinessProbe: undefined }] }), /readiness/)).toEqual([]);
  });
});

describe("the pod's security context is not inherited (trivy#8210, #1187, #4922; the other way defsec#1131)", () => {
  const container = (own: object) => ({
    ...goodContainer,
    securityContext: { ...goodContainer.securityContext, ...own },
  });

  test("a pod's user is its containers'", () => {
    const securityContext = { ...goodPod.securityContext, runAsNonRoot: true };
    expect(
      rulesOn(
        pod({ securityContext, containers: [container({ runAsNonRoot: undefined })] }),
        /run-as|user-id|group-id/,
      ),
    ).toEqual([]);
  });
  test("a container's own wins", () => {
    expect(rulesOn(pod({ containers: [container({ runAsNonRoot: false })] }), /run-as/)).toEqual([
      "pss-restricted-run-as-non-root",
    ]);
  });
  test("the good container is not blamed with the bad one (trivy#3018)", () => {
    const found = failed(pod({ containers: [container({}), { ...container({ privileged: true }), name: "bad" }] }));
    expect(new Set(found.flatMap(({ container }) => container ?? []))).toEqual(new Set(["bad"]));
  });
});

test("checks fire on kinds that cannot have the field (trivy#4922, defsec#1406)", () => {
  const others = [
    "ConfigMap",
    "ClusterRole.rbac.authorization.k8s.io",
    "CustomResourceDefinition.apiextensions.k8s.io",
  ];
  const declared = others.map((kind) => object(kind, { metadata: { namespace: "shop" }, spec: {} }, kind));
  expect(rulesOn(declared, /^(pss|pod|container|image|probe|volume|workload|job)-/)).toEqual([]);
});

test("a CPU limit is contested (kube-linter#459, #694): its absence warns and blocks nothing", () => {
  const { limits, requests } = goodContainer.resources;
  const containers = [{ ...goodContainer, resources: { requests, limits: { ...limits, cpu: undefined } } }];
  const { rules } = evaluate(pod({ containers }), { environment: "prod" });
  const found = rules.filter((rule) => /limit/.test(rule.rule) && rule.failed.length > 0);
  expect(found.map(({ rule, level }) => [rule, level])).toEqual([["container-cpu-limit", "advisory"]]);
});

describe("selectors are read as strings (kube-score#359, #549, #552)", () => {
  const several = workload({ spec: { replicas: 2 } });

  test("matchExpressions", () => {
    const selector = {
      matchExpressions: [{ key: "app.kubernetes.io/name", operator: "In", values: ["orders", "other"] }],
    };
    expect(rulesOn([several, budget({ maxUnavailable: 1, selector })], /^workload-disruption/)).toEqual([]);
  });
  test("an implicit namespace is the default one", () => {
    const here = workload({ spec: { replicas: 2 }, metadata: { namespace: undefined } });
    expect(rulesOn([here, budget({ maxUnavailable: 1 }, { namespace: "default" })], /^workload-disruption/)).toEqual(
      [],
    );
  });
});

describe("replicas that are not set are misread (kube-score#536)", () => {
  test("they are one, which a budget cannot protect", () => {
    expect(rulesOn([workload()], /^workload-(disruption|spread)/)).toEqual([]);
  });
  test("unless an autoscaler chooses them", () => {
    expect(rulesOn([workload(), autoscaler()], /^workload-(replicas|disruption)/)).toEqual([
      "workload-disruption-budget",
    ]);
  });
});

test.each([
  "Pod",
  "ReplicationController",
  "ReplicaSet.apps",
  "Deployment.extensions",
  "CronJob.batch",
  "Rollout.argoproj.io",
])("%s is not covered (kyverno#637, #2700, #3722, #7444, #7446)", (kind) => {
  const spec = { containers: [{ name: "bad", securityContext: { privileged: true } }] };
  const template = { template: { spec } };
  const props =
    kind === "Pod" ? { spec } : { spec: kind === "CronJob.batch" ? { jobTemplate: { spec: template } } : template };
  expect(rulesOn([object(kind, props)], /privileged/)).toEqual(["pss-baseline-privileged"]);
});

test("a template's annotation waives what it annotates (polaris#635): nothing in a workload can", () => {
  const annotations = Object.fromEntries(
    ["kube-score/ignore", "polaris.fairwinds.com/exempt", "checkov.io/skip1"].map((key) => [
      key,
      "pss-baseline-privileged",
    ]),
  );
  const privileged = workload({
    pod: { containers: [{ name: "bad", securityContext: { privileged: true } }] },
    metadata: { annotations },
  });
  expect(rulesOn([privileged], /privileged/)).toEqual(["pss-baseline-privileged"]);
});
