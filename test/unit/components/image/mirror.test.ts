import fc from "fast-check";
import { expect, test } from "vitest";
import { mirrored } from "../../../../components/image/mirror.ts";
import { parseReference } from "../../../../lab/oci/reference.ts";

test.each([
  ["nginx", "m:5000/library/nginx"],
  ["nginx:1.27", "m:5000/library/nginx:1.27"],
  ["prom/prometheus:v3", "m:5000/prom/prometheus:v3"],
  ["docker.io/library/golang:1.26.8", "m:5000/library/golang:1.26.8"],
  ["ghcr.io/acme/tool@sha256:00", "m:5000/ghcr.io/acme/tool@sha256:00"],
  ["localhost:4000/tool", "m:5000/localhost_4000/tool"],
  ["registry:5000/acme/tool:1", "m:5000/registry_5000/acme/tool:1"],
  ["m:5000/library/nginx:1.27", "m:5000/library/nginx:1.27"],
])("%s comes from %s", (reference, expected) => {
  expect(mirrored(reference, "m:5000")).toBe(expected);
});

test("without a mirror a reference stays as it is", () => {
  expect(mirrored("nginx:1.27", undefined)).toBe("nginx:1.27");
});

test("two images never share a name in the mirror unless they are the same image, and mirroring twice changes nothing", () => {
  const host = fc.constantFrom("", "docker.io/", "ghcr.io/", "quay.io/", "r:5000/");
  const path = fc.stringMatching(/^[a-z]{1,4}\/[a-z]{1,4}(:[a-z0-9]{1,4})?$/);
  const canonical = (reference: string) => reference.replace(/^docker\.io\//, "");
  fc.assert(
    fc.property(host, path, host, path, (hostA, pathA, hostB, pathB) => {
      const [a, b] = [hostA + pathA, hostB + pathB];
      const once = mirrored(a, "mirror.dev/x");
      expect(once === mirrored(b, "mirror.dev/x")).toBe(canonical(a) === canonical(b));
      expect(mirrored(once, "mirror.dev/x")).toBe(once);
      expect(() => parseReference(once)).not.toThrow();
    }),
  );
});
