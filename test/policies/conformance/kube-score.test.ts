import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { type DeclaredResource, evaluate } from "../../../policies/evaluate.ts";
import { moduleFolder } from "./modules.ts";

// The module whose binary judges the rendered stacks; here its tests' manifests serve as a second opinion.
const TOOL = resolve(import.meta.dirname, "../../../lab/tools/kube-score");
const FOLDER = join(moduleFolder(TOOL, "github.com/zegl/kube-score"), "score", "testdata");
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));

/** kube-score's verdicts, from its own tests, by the rule that is about the same: files that it refuses and accepts. */
const OPINIONS: Readonly<Record<string, { bad?: string; good?: string; replicas?: number }>> = {
  "autoscaler-owns-replicas": { bad: "deployment-with-hpa-has-replicas", good: "deployment-with-hpa-not-has-replicas" },
  "autoscaler-range": { bad: "hpa-min-replicas-nok", good: "hpa-min-replicas-ok" },
  "autoscaler-target": {
    bad: "hpa-has-no-target",
    good: "hpa-autoscalingv1-targets-deployment hpa-autoscalingv2-targets-deployment",
  },
  "container-cpu-limit": {
    bad: "pod-test-resources-limits-and-requests-no-cpu-limit pod-test-resources-no-limits",
    good: "pod-test-resources-limits-and-requests",
  },
  "container-env-unique": { bad: "pod-env-duplicated", good: "pod-env-ok" },
  "container-ephemeral-storage": {
    bad: "pod-ephemeral-storage-missing-limit pod-ephemeral-storage-missing-request",
    good: "pod-ephemeral-storage-request-nomatch-limit pod-ephemeral-storage-request-matches-limit",
  },
  "container-group-id": {
    bad: "pod-security-context-low-group-id pod-security-context-nosecuritycontext",
    good: "pod-security-context-all-good pod-security-context-high-ids security-inherit-pod-security-context",
  },
  "container-read-only-root-filesystem": {
    bad: "pod-security-context-writeablerootfilesystem pod-security-context-nosecuritycontext",
    good: "pod-security-context-all-good",
  },
  "container-readiness-probe": {
    bad: `pod-probes-all-missing pod-probes-missing-ready pod-probes-targeted-by-service
      pod-probes-targeted-by-service-same-namespace pod-probes-targeted-by-service-same-namespace-multi-labels`,
    good: `pod-probes-both pod-probes-targeted-by-service-different-namespace pod-probes-not-targeted-by-service
      pod-probes-not-targeted-by-service-multi-labels cronjob-batchv1-deadline-not-set`,
  },
  "container-resource-limits": {
    bad: "pod-test-resources-none pod-test-resources-only-limits pod-test-resources-no-limits deployment-test-resources",
    good: "pod-test-resources-limits-and-requests pod-test-resources-limits-and-requests-no-cpu-limit",
  },
  "container-user-id": {
    bad: "pod-security-context-low-user-id pod-security-context-nosecuritycontext",
    good: "pod-security-context-all-good pod-security-context-high-ids security-inherit-pod-security-context",
  },
  "image-pull-policy": {
    bad: "pod-image-pullpolicy-undefined pod-image-pullpolicy-never",
    good: "pod-image-pullpolicy-undefined-latest-tag pod-image-pullpolicy-undefined-no-tag pod-image-pullpolicy-always",
  },
  "image-tag-pinned": { bad: "pod-image-tag-latest", good: "pod-image-tag-fixed" },
  "ingress-backend-exists": {
    bad: `ingress-targets-service-no-match ingress-networkingv1beta1-targets-service-no-match
      ingress-networkingv1-targets-service-no-match`,
    good: `ingress-targets-service ingress-networkingv1beta1-targets-service ingress-networkingv1-targets-service
      ingress_issue388`,
  },
  "job-restart-policy": {
    bad: "cronjob-batchv1-restartpolicy-not-set cronjob-batchv1beta1-restartpolicy-invalid",
    good: "cronjob-batchv1-restartpolicy-valid cronjob-batchv1beta1-restartpolicy-valid",
  },
  "job-start-deadline": {
    bad: "cronjob-batchv1-deadline-not-set cronjob-batchv1beta1-deadline-not-set",
    good: "cronjob-batchv1-deadline-set cronjob-batchv1beta1-deadline-set",
  },
  "probe-different": {
    bad: "pod-probes-identical-http pod-probes-identical-tcp pod-probes-identical-exec",
    good: "pod-probes-both",
  },
  "pss-baseline-privileged": { bad: "pod-security-context-privileged", good: "pod-security-context-all-good" },
  "pss-restricted-seccomp-profile-restricted": {
    bad: "pod-seccomp-no-annotation pod-seccomp-securecontext-warning pod-seccomp-container-securecontext-warning",
    good: "pod-seccomp-securecontext-ok pod-seccomp-container-securecontext-ok",
  },
  "service-selects-pods": {
    bad: `service-not-target-deployment service-not-target-pod service-not-target-pod-multi-label
      service-target-pod-different-namespace service-target-deployment-different-namespace`,
    good: `service-target-deployment service-target-pod service-target-pod-multi-label service-target-pod-same-namespace
      service-target-deployment-same-namespace service-externalname`,
  },
  "workload-disruption-budget": {
    // Without a number kube-score asks for a budget as well; Kubernetes then makes one pod, which no budget can protect.
    replicas: 2,
    bad: `statefulset-poddisruptionbudget-v1beta1-expression-no-match statefulset-poddisruptionbudget-v1beta1-no-match
      deployment-poddisruptionbudget-v1beta1-expression-no-match deployment-poddisruptionbudget-v1-no-match
      deployment-poddisruptionbudget-v1-different-namespace`,
    good: `statefulset-poddisruptionbudget-v1beta1-matches statefulset-poddisruptionbudget-v1beta1-expression-matches
      deployment-poddisruptionbudget-v1beta1-matches deployment-poddisruptionbudget-v1beta1-expression-matches
      deployment-poddisruptionbudget-v1-matches`,
  },
  "workload-replicas": { bad: "service-target-deployment-replica-1", good: "service-target-deployment" },
  "workload-rolling-update": {
    bad: "service-target-deployment-not-rolling",
    good: "service-target-deployment service-target-deployment-strategy-not-set",
  },
  "workload-selector": { bad: "statefulset-different-labels" },
  "workload-spread": {
    bad: `deployment-host-antiaffinity-preffered-selector-no-match deployment-host-antiaffinity-not-set
      statefulset-host-antiaffinity-not-set`,
    good: `deployment-host-antiaffinity-preffered deployment-host-antiaffinity-preffered-selector-expression
      deployment-host-antiaffinity-required deployment-host-antiaffinity-1-replica statefulset-host-antiaffinity-preffered
      statefulset-host-antiaffinity-required statefulset-host-antiaffinity-1-replica`,
  },
};

function declaredIn(file: string): DeclaredResource[] {
  const documents = parseAllDocuments(readFileSync(join(FOLDER, file), "utf8"));
  return documents.flatMap((document, index) => {
    const props = document.toJS() as { apiVersion?: string; kind?: string } | null;
    if (!props?.apiVersion || !props.kind) return [];
    const group = props.apiVersion.includes("/") ? props.apiVersion : `core/${props.apiVersion}`;
    return [{ type: `kubernetes:${group}:${props.kind}`, name: `${file}-${index}`, props }];
  });
}

test.each(FILES)("%s is judged without a rule failing", (file) => {
  const { rules } = evaluate(declaredIn(file), { environment: "prod" });
  expect(rules.find(({ rule }) => rule === "policy-error")?.failed).toEqual([]);
});

describe.each(Object.entries(OPINIONS))("%s agrees with kube-score", (name, { bad = "", good = "", replicas }) => {
  const failed = (file: string) => {
    const { rules } = evaluate(withReplicas(declaredIn(`${file}.yaml`), replicas), { environment: "prod" });
    return rules.find(({ rule }) => rule === name)?.failed.length;
  };

  test.each(words(bad))("refuses %s", (file) => expect(failed(file)).toBeGreaterThan(0));
  test.each(words(good))("accepts %s", (file) => expect(failed(file)).toBe(0));
});

function withReplicas(declared: DeclaredResource[], replicas: number | undefined): DeclaredResource[] {
  return declared.map((resource) => {
    const props = resource.props as { spec?: { template?: object } };
    return props.spec?.template && replicas
      ? { ...resource, props: { ...props, spec: { replicas, ...props.spec } } }
      : resource;
  });
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
