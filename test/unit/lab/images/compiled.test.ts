import { expect, test } from "vitest";
import { compiledVersion } from "../../../../lab/images/compiled.ts";
import { labImages, type LabImageName } from "../../../../lab/images/index.ts";
import { prometheusRelease } from "../../../../lab/images/observability.ts";
import { catalog, type Tool, type ToolName } from "../../../../lab/tools/catalog.ts";

test("an image has the version that is compiled, whether go.mod requires it in a line or in a block", () => {
  expect(compiledVersion("coredns", "github.com/coredns/coredns")).toMatch(/^\d+\.\d+\.\d+$/);
  expect(compiledVersion("traefik", "github.com/traefik/traefik/v3")).toMatch(/^\d+\.\d+\.\d+$/);
});

// A program cannot know its module's version when it is linked; the catalog tells it, and must not lie.
test.each<LabImageName & ToolName>([
  "traefik",
  "prometheus",
  "kube-state-metrics",
  "node-exporter",
  "metrics-server",
  "loki",
  "jaeger",
])("%s reports the version that its image is tagged with", (name) => {
  const [told] = Object.values((catalog[name] as Tool).variables ?? {});
  expect(told?.replace(/^v/, "")).toBe(labImages[name].tag.replace(/^v/, ""));
});

test("releases of Prometheus follow from the versions of its module", () => {
  expect(prometheusRelease("0.315.0")).toBe("3.15.0");
  expect(prometheusRelease("0.302.1")).toBe("3.2.1");
});

test("a module that is not required is a defect, and says so", () => {
  expect(() => compiledVersion("coredns", "example.com/other")).toThrow("does not require example.com/other");
});
