import type { DeclaredResource } from "../../policies/evaluate.ts";
import { toResource } from "../../policies/evaluate.ts";
import { judge } from "../../policies/judge.ts";
import type { Rule } from "../../policies/rule.ts";
import { Stack } from "../../policies/stack.ts";

/** How the engine spells an unknown string, and an unknown object. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const UNKNOWN_OBJECT = "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";

/** A pod spec, or what somebody wrote in its place. */
export type PodSpec = unknown;

/** A resource that carries a pod, and where in its inputs the pod spec stands. */
export interface Carrier {
  readonly type: string;
  readonly path: string;
  readonly props: (spec: PodSpec) => unknown;
  /** Whether its pods end by themselves. */
  readonly ends?: boolean | undefined;
}

const LABELS = { "app.kubernetes.io/name": "orders" };
const metadata = { namespace: "shop", labels: { ...LABELS, "app.kubernetes.io/managed-by": "slipway" } };
const template = (spec: PodSpec) => ({ template: { metadata: { labels: LABELS }, spec } });

/** One form of each kind; told from Kubernetes' documentation, not from the code under test. */
const FORMS: readonly Carrier[] = [
  { type: "kubernetes:core/v1:Pod", path: "spec", props: (spec) => ({ metadata, spec }) },
  { type: "kubernetes:core/v1:PodTemplate", path: "template.spec", props: template },
  ...[
    "core/v1:ReplicationController",
    "apps/v1:ReplicaSet",
    "apps/v1:Deployment",
    "apps/v1beta2:Deployment",
    "extensions/v1beta1:Deployment",
    "apps/v1:DaemonSet",
    "apps/v1:StatefulSet",
    "argoproj.io/v1alpha1:Rollout",
    "batch/v1:Job",
  ].map((kind) => ({
    type: `kubernetes:${kind}`,
    ends: kind.endsWith(":Job"),
    path: "spec.template.spec",
    props: (spec: PodSpec) => ({
      metadata,
      spec: { replicas: 2, selector: { matchLabels: LABELS }, ...template(spec) },
    }),
  })),
  ...["batch/v1:CronJob", "batch/v1beta1:CronJob"].map((kind) => ({
    type: `kubernetes:${kind}`,
    ends: true,
    path: "spec.jobTemplate.spec.template.spec",
    props: (spec: PodSpec) => ({ metadata, spec: { jobTemplate: { spec: template(spec) } } }),
  })),
];

/** Every form, as itself, as a patch, as a list of its own and as an item of `kind: List`. */
export const CARRIERS: readonly Carrier[] = FORMS.flatMap((form) => {
  const [, apiVersion = "", kind = ""] = form.type.split(":");
  const item = { apiVersion: apiVersion.replace(/^core\//, ""), kind };
  const inItem: Pick<Carrier, "path" | "ends"> = { ends: form.ends, path: `items[1].${form.path}` };
  return [
    form,
    { ...form, type: `${form.type}Patch` },
    { ...inItem, type: `${form.type}List`, props: (spec) => ({ items: [{}, form.props(spec)] }) },
    {
      ...inItem,
      type: "kubernetes:core/v1:List",
      props: (spec) => ({
        items: [
          { apiVersion: "v1", kind: "ConfigMap" },
          { ...item, ...(form.props(spec) as object) },
        ],
      }),
    },
  ];
});

export const carrierOf = (kind: string): Carrier => {
  const found = FORMS.find(({ type }) => type.endsWith(`:${kind}`));
  if (!found) throw new Error(`no form of ${kind}`);
  return found;
};

export function resourceOf(spec: PodSpec, { type, props }: Carrier = carrierOf("Deployment")): DeclaredResource {
  return { type, name: "orders", props: props(spec) };
}

/** What a rule finds on a pod, as paths from its spec. */
export function found(rule: Rule, spec: PodSpec, carrier: Carrier = carrierOf("Deployment")) {
  const { violations, undetermined, passed } = judge(rule, new Stack([toResource(resourceOf(spec, carrier))]));
  const within = ({ path }: { path: string }) => path.replace(`${carrier.path}.`, "");
  return { violations: violations.map(within), undetermined: undetermined.map(within), passed };
}

/** Nothing wrong, nothing put off. */
export const COMPLIES = { violations: [], undetermined: [], passed: 1 };

const probe = (path: string) => ({ httpGet: { path, port: 8080 } });

/** A container that no rule objects to, and about which every rule has something to say. */
export const goodContainer = {
  name: "app",
  image: `registry.example:5000/shop/orders:1.4.2@sha256:${"0f".repeat(32)}`,
  imagePullPolicy: "Always",
  command: ["/orders"],
  env: [{ name: "LOG_LEVEL", value: "info" }],
  ports: [{ name: "http", containerPort: 8080 }],
  resources: {
    limits: { cpu: "100m", memory: "64Mi", "ephemeral-storage": "64Mi" },
    requests: { cpu: "10m", memory: "64Mi", "ephemeral-storage": "32Mi" },
  },
  readinessProbe: probe("/readyz"),
  livenessProbe: probe("/livez"),
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] },
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
  },
};

/** A pod that no rule objects to, and about which every rule has something to say. */
export const goodPod = {
  serviceAccountName: "orders",
  automountServiceAccountToken: false,
  priorityClassName: "web",
  terminationGracePeriodSeconds: 30,
  securityContext: {
    fsGroup: 65532,
    runAsGroup: 65532,
    runAsUser: 65532,
    seccompProfile: { type: "RuntimeDefault" },
    sysctls: [{ name: "net.ipv4.tcp_syncookies", value: "1" }],
  },
  containers: [goodContainer],
  volumes: [
    { name: "tmp", emptyDir: { sizeLimit: "16Mi" } },
    { name: "shm", emptyDir: { medium: "Memory", sizeLimit: "16Mi" } },
  ],
};
