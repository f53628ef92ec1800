import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execaSync } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type DeclaredResource, evaluate } from "../../policies/evaluate.ts";

type Props = Record<string, unknown>;

/** Names of places in the rendered Deployment. */
const PLACES = { pod: "spec.template.spec", container: "spec.template.spec.containers.0" };

/**
 * What somebody may break in a rendered service, a field at a time: the kind, the field, what it is set to (undefined: it
 * is gone), and the rules that say so, which are all that say so.
 */
const BREAKAGES: readonly (readonly [kind: string, field: string, value: unknown, ...rules: string[]])[] = [
  ["Deployment", "metadata.namespace", "default", "namespace-not-default", ...elsewhere()],
  ["Deployment", "metadata.labels.app\\.kubernetes\\.io/name", undefined, "workload-labels"],
  ["Deployment", "spec.replicas", 1, "workload-replicas"],
  ["Deployment", "spec.replicas", undefined, "workload-replicas"],
  ["Deployment", "spec.selector.matchLabels.app\\.kubernetes\\.io/name", "other", "workload-selector"],
  ["Deployment", "spec.strategy.type", "Recreate", "workload-rolling-update"],
  ["Deployment", "spec.strategy.rollingUpdate.maxUnavailable", 1, "workload-rolling-update"],
  ["Deployment", "spec.strategy.rollingUpdate.maxSurge", 0, "workload-rolling-update"],

  ["Deployment", "pod.hostNetwork", true, "pss-baseline-host-namespaces"],
  ["Deployment", "pod.hostPID", true, "pss-baseline-host-namespaces"],
  ["Deployment", "pod.hostIPC", true, "pss-baseline-host-namespaces"],
  ["Deployment", "pod.hostUsers", true, "pod-host-users"],
  ["Deployment", "pod.hostAliases", [{ ip: "10.0.0.1", hostnames: ["db"] }], "pod-host-aliases"],
  ["Deployment", "pod.shareProcessNamespace", true, "pod-share-process-namespace"],
  ["Deployment", "pod.automountServiceAccountToken", true, "pod-service-account-token"],
  ["Deployment", "pod.serviceAccountName", undefined, "pod-service-account"],
  ["Deployment", "pod.terminationGracePeriodSeconds", 5, "workload-shutdown"],
  ["Deployment", "pod.securityContext.fsGroup", 0, "pod-root-groups"],
  ["Deployment", "pod.securityContext.runAsGroup", 0, "container-group-id"],
  ["Deployment", "pod.securityContext.runAsGroup", undefined, "container-group-id"],
  ["Deployment", "pod.securityContext.runAsNonRoot", false, "pss-restricted-run-as-non-root"],
  ["Deployment", "pod.securityContext.runAsUser", 1000, "container-user-id"],
  ["Deployment", "pod.securityContext.runAsUser", 0, "container-user-id", "pss-restricted-run-as-user"],
  ["Deployment", "pod.securityContext.seccompProfile", undefined, "pss-restricted-seccomp-profile-restricted"],
  [
    "Deployment",
    "pod.securityContext.seccompProfile.type",
    "Unconfined",
    "pss-baseline-seccomp-profile-baseline",
    "pss-restricted-seccomp-profile-restricted",
  ],
  ["Deployment", "pod.securityContext.sysctls", [{ name: "kernel.msgmax", value: "1" }], "pss-baseline-sysctls"],
  ["Deployment", "pod.securityContext.supplementalGroups", [0], "pod-root-groups"],
  ["Deployment", "pod.securityContext.appArmorProfile", { type: "Unconfined" }, "pss-baseline-app-armor-profile"],
  ["Deployment", "pod.securityContext.seLinuxOptions", { user: "system_u" }, "pss-baseline-se-linux-options"],
  ["Deployment", "pod.securityContext.windowsOptions", { hostProcess: true }, "pss-baseline-windows-host-process"],
  [
    "Deployment",
    "pod.volumes",
    [{ name: "v", hostPath: { path: "/var/log" } }],
    "pss-baseline-host-path-volumes",
    "pss-restricted-restricted-volumes",
  ],
  [
    "Deployment",
    "pod.volumes",
    [{ name: "v", hostPath: { path: "/run/containerd/containerd.sock" } }],
    "pod-runtime-socket",
    "pss-baseline-host-path-volumes",
    "pss-restricted-restricted-volumes",
  ],
  ["Deployment", "pod.volumes", [{ name: "v", nfs: {} }], "pss-restricted-restricted-volumes"],
  ["Deployment", "pod.volumes", [{ name: "v", emptyDir: {} }], "volume-size-limit"],
  ["Deployment", "pod.volumes", [{ name: "v", emptyDir: { medium: "Memory" } }], "volume-memory-size-limit"],

  ["Deployment", "container.image", "registry.example.com/slipway/orders", "image-tag-pinned"],
  ["Deployment", "container.imagePullPolicy", "Never", "image-pull-policy"],
  ["Deployment", "container.command", ["sh", "-c", "orders"], "container-shell"],
  ["Deployment", "container.command", ["/usr/bin/sudo", "orders"], "container-sudo"],
  ["Deployment", "container.lifecycle", undefined, "workload-shutdown"],
  ["Deployment", "container.livenessProbe", undefined, "container-liveness-probe"],
  ["Deployment", "container.livenessProbe.httpGet.path", "/readyz", "probe-different"],
  ["Deployment", "container.livenessProbe.httpGet.port", "https", "probe-port"],
  ["Deployment", "container.livenessProbe.httpGet.host", "127.0.0.1", "pss-baseline-host-probes-and-host-lifecycle"],
  ["Deployment", "container.readinessProbe", undefined, "container-readiness-probe"],
  ["Deployment", "container.readinessProbe.httpGet.port", 8081, "probe-port"],
  ["Deployment", "container.startupProbe.httpGet.port", 1, "probe-port"],
  ["Deployment", "container.ports.0.hostPort", 8080, "pss-baseline-host-ports"],
  ["Deployment", "container.ports.1.containerPort", 22, "container-ssh-port"],
  ["Deployment", "container.resources.limits.cpu", undefined, "container-cpu-limit"],
  ["Deployment", "container.resources.limits.memory", undefined, "container-resource-limits"],
  ["Deployment", "container.resources.limits.memory", "64Mi", "container-limits-above-requests"],
  ["Deployment", "container.resources.limits.memory", "4Gi", "container-memory-ratio"],
  ["Deployment", "container.resources.limits.ephemeral-storage", undefined, "container-ephemeral-storage"],
  ["Deployment", "container.resources.requests.cpu", undefined, "container-resource-limits"],
  ["Deployment", "container.resources.requests.memory", undefined, "container-resource-limits"],
  ["Deployment", "container.resources.requests.ephemeral-storage", undefined, "container-ephemeral-storage"],
  ["Deployment", "container.securityContext.privileged", true, "pss-baseline-privileged"],
  ["Deployment", "container.securityContext.procMount", "Unmasked", ...procMount()],
  [
    "Deployment",
    "container.securityContext.allowPrivilegeEscalation",
    undefined,
    "pss-restricted-allow-privilege-escalation",
  ],
  [
    "Deployment",
    "container.securityContext.allowPrivilegeEscalation",
    true,
    "pss-restricted-allow-privilege-escalation",
  ],
  ["Deployment", "container.securityContext.capabilities.drop", ["NET_RAW"], "pss-restricted-capabilities-restricted"],
  ["Deployment", "container.securityContext.capabilities.add", ["CHOWN"], "pss-restricted-capabilities-restricted"],
  [
    "Deployment",
    "container.securityContext.capabilities.add",
    ["SYS_ADMIN"],
    "pss-baseline-capabilities-baseline",
    "pss-restricted-capabilities-restricted",
  ],
  ["Deployment", "container.securityContext.readOnlyRootFilesystem", false, "container-read-only-root-filesystem"],
  ["Deployment", "container.securityContext.runAsNonRoot", false, "pss-restricted-run-as-non-root"],

  ["PodDisruptionBudget", "spec.maxUnavailable", 0, "disruption-budget-allows-eviction"],
  ["PodDisruptionBudget", "spec.unhealthyPodEvictionPolicy", undefined, "disruption-budget-unhealthy-eviction"],
  [
    "PodDisruptionBudget",
    "spec.selector.matchLabels.app\\.kubernetes\\.io/name",
    "other",
    "workload-disruption-budget",
  ],
  ["Service", "spec.selector.app\\.kubernetes\\.io/name", "other", "service-selects-pods"],
  ["Namespace", "metadata.labels.pod-security\\.kubernetes\\.io/enforce", "baseline", "namespace-pod-security"],
  ["ResourceQuota", "metadata.namespace", "other", "namespace-quota"],
  ["LimitRange", "metadata.namespace", "other", "namespace-quota"],
  ["CronJob", "spec.concurrencyPolicy", "Allow", "job-concurrency"],
  ["CronJob", "spec.startingDeadlineSeconds", undefined, "job-start-deadline"],
  ["CronJob", "spec.failedJobsHistoryLimit", 0, "job-history"],
  ["CronJob", "spec.jobTemplate.spec.backoffLimit", undefined, "job-retries"],
  ["CronJob", "spec.jobTemplate.spec.template.spec.restartPolicy", "Always", "job-restart-policy"],
];

/** A workload in another namespace has left everything that goes by namespace behind. */
function elsewhere(): string[] {
  return ["network-policy-selects-pods", "service-selects-pods", "workload-disruption-budget"];
}

/** Baseline and restricted both look at it; only what they allow to a pod with a user namespace differs. */
function procMount(): string[] {
  return ["pss-baseline-proc-mount", "pss-restricted-proc-mount-restricted"];
}

/** What watches the services has waivers of its own, which are about its names in Pulumi. */
function isOfTenants({ props }: DeclaredResource): boolean {
  const { metadata } = props as { metadata?: { name?: string; namespace?: string } };
  const { name = "", namespace = name } = metadata ?? {};
  return !namespace.startsWith("monitoring") && !name.startsWith("monitoring");
}

let stack: DeclaredResource[];
let before: ReadonlySet<string>;
beforeAll(() => {
  const out = mkdtempSync(join(tmpdir(), "rendered-"));
  const cwd = resolve(import.meta.dirname, "../..");
  execaSync(process.execPath, ["offline/main.ts", "render", "--stack", "prod", "--out", out], { cwd });
  stack = readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => declared(parse(readFileSync(join(out, file), "utf8")) as Props))
    .filter(isOfTenants);
  before = violated(stack);
});

test("the stack that is to be broken breaks no mandatory rule but for digests, which only its update knows", () => {
  const { rules } = evaluate(stack, { environment: "prod" });
  const refused = rules.filter(({ level, failed }) => level === "mandatory" && failed.length > 0);
  expect(refused.map(({ rule }) => rule)).toEqual(["image-digest-pinned"]);
});

describe("each field of a rendered service is held by the rules that are about it, and by no other", () => {
  const rows = BREAKAGES.map(([kind, field, value, ...rules]) => ({ kind, field, value, rules }));

  test.each(rows)("$kind $field = $value", ({ kind, field, value, rules }) => {
    const broken = stack.map((resource) =>
      resource.type.endsWith(`:${kind}`) && resource.name === nameOf(kind)
        ? { ...resource, props: set(resource.props, pathOf(field), value) }
        : resource,
    );
    expect(broken).not.toEqual(stack);
    const found = new Set([...violated(broken)].filter((fact) => !before.has(fact)).map(ruleOf));
    expect([...found].sort()).toEqual(rules.sort());
  });
});

/** The resource of a kind that is broken: the sample's own, or the tenant's. */
function nameOf(kind: string): string {
  if (kind === "CronJob") return "orders-cleanup";
  return ["Namespace", "ResourceQuota", "LimitRange"].includes(kind) ? "shop" : "orders";
}

function declared(props: Props): DeclaredResource {
  const { apiVersion, kind, metadata } = props as { apiVersion: string; kind: string; metadata: { name: string } };
  const group = apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`;
  return { type: `kubernetes:${group}:${kind}`, name: metadata.name, props };
}

function violated(resources: readonly DeclaredResource[]): Set<string> {
  const { rules } = evaluate(resources, { environment: "prod" });
  return new Set(
    rules.flatMap(({ failed }) => failed.map(({ rule, resource, path }) => `${rule} ${resource.type} ${path}`)),
  );
}

function ruleOf(fact: string): string {
  return fact.slice(0, fact.indexOf(" "));
}

/** Keys with dots of their own have them escaped. */
function pathOf(field: string): string[] {
  const [place = "", rest = ""] = [field.slice(0, field.indexOf(".")), field.slice(field.indexOf(".") + 1)];
  const full = place in PLACES ? `${PLACES[place as keyof typeof PLACES]}.${rest}` : field;
  return full.split(/(?<!\\)\./).map((key) => key.replaceAll("\\", ""));
}

function set(value: unknown, [key = "", ...rest]: readonly string[], to: unknown): unknown {
  const inner = (of: unknown) => (rest.length > 0 ? set(of, rest, to) : to);
  if (Array.isArray(value))
    return (value as unknown[]).map((item, index) => (String(index) === key ? inner(item) : item));
  const object = (value ?? {}) as Props;
  const changed = inner(object[key]);
  if (changed !== undefined) return { ...object, [key]: changed };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
