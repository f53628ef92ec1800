import { describe, expect, test } from "vitest";
import { rule } from "../../../policies/rules/container-probes.ts";
import { carrierOf, COMPLIES, found, UNKNOWN, UNKNOWN_OBJECT } from "../pods.ts";

const probe = { httpGet: { path: "/readyz", port: 8080 } };
const both = { readinessProbe: probe, livenessProbe: probe };
const pod = (container: object, more: object = {}) => ({ containers: [{ name: "app", ...container }], ...more });
const missing = (list = "containers") => [`${list}[0].readinessProbe`, `${list}[0].livenessProbe`];

test.each(["httpGet", "grpc", "tcpSocket", "exec"])("a probe by %s will do", (handler) => {
  const by = { [handler]: { port: 8080 } };
  expect(found(rule, pod({ readinessProbe: by, livenessProbe: by }))).toEqual(COMPLIES);
});

test.each([undefined, null, {}, { periodSeconds: 5 }, "yes", { httpGet: null }])("%j is no probe", (none) => {
  expect(found(rule, pod({ readinessProbe: none, livenessProbe: none })).violations).toEqual(missing());
});

test("each is missed by itself, also when the other is unknown", () => {
  expect(found(rule, pod({ readinessProbe: UNKNOWN_OBJECT }))).toMatchObject({
    violations: ["containers[0].livenessProbe"],
    undetermined: ["containers[0].readinessProbe"],
  });
});

test("a startup probe does not stand in for them", () => {
  expect(found(rule, pod({ startupProbe: probe })).violations).toEqual(missing());
});

describe("only what runs for good needs them", () => {
  const quiet = { violations: [], undetermined: [], passed: 0 };

  test.each(["Job", "CronJob"])("not %s", (kind) => {
    expect(found(rule, pod({}, { restartPolicy: "Always" }), carrierOf(kind))).toEqual(quiet);
    expect(found(rule, pod({}, { restartPolicy: UNKNOWN }), carrierOf(kind))).toEqual(quiet);
  });
  test.each(["Never", "OnFailure"])("not a pod that restarts %s", (restartPolicy) => {
    expect(found(rule, pod({}, { restartPolicy }), carrierOf("Pod"))).toEqual(quiet);
  });
  test("a pod that restarts by default", () => {
    expect(found(rule, pod({}), carrierOf("Pod")).violations).toEqual(missing());
  });
  test("a container's own restart policy wins", () => {
    expect(found(rule, pod({ restartPolicy: "Never" }), carrierOf("Pod"))).toEqual(quiet);
    expect(
      found(rule, pod({ restartPolicy: "Always" }, { restartPolicy: "Never" }), carrierOf("Pod")).violations,
    ).toEqual(missing());
  });
  test("an unknown restart policy puts off what would be missed, and nothing else", () => {
    expect(found(rule, pod({}, { restartPolicy: UNKNOWN }), carrierOf("Pod"))).toMatchObject({
      violations: [],
      undetermined: missing(),
    });
    expect(found(rule, pod(both, { restartPolicy: UNKNOWN }), carrierOf("Pod"))).toEqual(COMPLIES);
  });
  test("not init containers", () => {
    expect(found(rule, { initContainers: [{ name: "migrate" }], ...pod(both) })).toEqual(COMPLIES);
    expect(found(rule, { initContainers: [{ name: "migrate", restartPolicy: "OnFailure" }], ...pod(both) })).toEqual(
      COMPLIES,
    );
  });
  test("but native sidecars, except those of a pod that ends", () => {
    const sidecar = { initContainers: [{ name: "proxy", restartPolicy: "Always" }] };
    expect(found(rule, sidecar).violations).toEqual(missing("initContainers"));
    expect(found(rule, { ...sidecar, restartPolicy: "Never" }, carrierOf("Pod"))).toEqual(quiet);
    expect(found(rule, sidecar, carrierOf("Job"))).toEqual(quiet);
  });
  test("not ephemeral containers, which cannot have them", () => {
    expect(found(rule, { ephemeralContainers: [{ name: "debug" }] })).toEqual(quiet);
  });
});
