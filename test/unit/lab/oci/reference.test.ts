import fc from "fast-check";
import { expect, test } from "vitest";
import { isLocal, parseReference } from "../../../../lab/oci/reference.ts";

test.each([
  ["golang", { registry: "docker.io", repository: "library/golang", qualified: false }],
  ["grafana/loki:3.1", { registry: "docker.io", repository: "grafana/loki", tag: "3.1", qualified: false }],
  ["localhost/app", { registry: "localhost", repository: "app", qualified: true }],
  [
    "localhost:5000/slipway/orders:dev",
    { registry: "localhost:5000", repository: "slipway/orders", tag: "dev", qualified: true },
  ],
  ["ghcr.io/a/b__c/d.e-f", { registry: "ghcr.io", repository: "a/b__c/d.e-f", qualified: true }],
])("%s is read as registries read it", (name, expected) => {
  expect(parseReference(name)).toEqual(expected);
});

test.each([
  ["Golang", /lower case/],
  ["localhost:5000/App", /lower case/],
  ["app:", /is not a tag/],
  ["app:-dev", /is not a tag/],
  ["app@sha256:123", /digest/],
  ["a//b", /lower case/],
  ["-host.io/app", /not a registry/],
  ["", /lower case/],
])("%j is refused, naming the part that is wrong", (name, message) => {
  expect(() => parseReference(name)).toThrow(message);
});

test("any name put together from good parts is taken apart into the same parts", () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const parts = fc.record({
    registry: fc.constantFrom("localhost:5000", "ghcr.io", "127.0.0.1:80", "[::1]:5000"),
    repository: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join("/")),
    tag: fc.option(fc.stringMatching(/^\w[\w.-]{0,20}$/), { nil: undefined }),
    digest: fc.option(
      fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`),
      { nil: undefined },
    ),
  });
  fc.assert(
    fc.property(parts, ({ registry, repository, tag, digest }) => {
      const name = `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
      const { qualified, ...read } = parseReference(name);
      expect(read).toEqual({ registry, repository, ...(tag && { tag }), ...(digest && { digest }) });
      expect(qualified).toBe(true);
    }),
  );
});

test("only this machine's registries are spoken to without TLS", () => {
  expect(["localhost", "localhost:5000", "127.0.0.1:5000", "[::1]:80"].every(isLocal)).toBe(true);
  expect(["localhost.example.com", "docker.io", "10.0.0.1:5000", "127.0.0.1.example.com"].some(isLocal)).toBe(false);
});
