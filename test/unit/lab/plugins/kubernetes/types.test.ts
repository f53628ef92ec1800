import { expect, test } from "vitest";
import { CLUSTER_SCOPED, isPatchToken, kindOfToken } from "../../../../../lab/plugins/kubernetes/types.ts";

test.each([
  ["kubernetes:core/v1:ConfigMap", "v1", "ConfigMap", false],
  ["kubernetes:apps/v1:Deployment", "apps/v1", "Deployment", false],
  ["kubernetes:apps/v1:DeploymentPatch", "apps/v1", "Deployment", true],
  ["kubernetes:argoproj.io/v1alpha1:Rollout", "argoproj.io/v1alpha1", "Rollout", false],
  ["kubernetes:example.org/v1:Patch", "example.org/v1", "Patch", false],
])("%s speaks of %s %s, patch: %s", (token, apiVersion, kind, patch) => {
  expect(kindOfToken(token)).toEqual({ apiVersion, kind });
  expect(isPatchToken(token)).toBe(patch);
});

test("the kinds that belong to the cluster are known without one", () => {
  expect(CLUSTER_SCOPED.has("Namespace")).toBe(true);
  expect(CLUSTER_SCOPED.has("ConfigMap")).toBe(false);
});
