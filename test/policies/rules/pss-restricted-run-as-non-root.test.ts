import { describe, expect, test } from "vitest";
import { rule } from "../../../policies/rules/pss-restricted-run-as-non-root.ts";
import { COMPLIES, found, UNKNOWN } from "../pods.ts";

const OF_POD = "securityContext.runAsNonRoot";
const OF_CONTAINER = "containers[0].securityContext.runAsNonRoot";

/** A pod with one container; undefined leaves the setting out. */
const pod = (ofPod: unknown, ofContainer: unknown, more: object = {}) => ({
  securityContext: { runAsNonRoot: ofPod },
  containers: [{ name: "app", securityContext: { runAsNonRoot: ofContainer } }],
  ...more,
});

describe("pod and container settings, as Pod Security admission weighs them", () => {
  test.each([
    { ofPod: true, ofContainer: undefined, bad: [] },
    { ofPod: true, ofContainer: true, bad: [] },
    { ofPod: undefined, ofContainer: true, bad: [] },
    { ofPod: undefined, ofContainer: undefined, bad: [OF_CONTAINER] },
    { ofPod: undefined, ofContainer: false, bad: [OF_CONTAINER] },
    { ofPod: true, ofContainer: false, bad: [OF_CONTAINER] },
    { ofPod: false, ofContainer: true, bad: [OF_POD] },
    { ofPod: false, ofContainer: undefined, bad: [OF_POD, OF_CONTAINER] },
    { ofPod: null, ofContainer: null, bad: [OF_CONTAINER] },
  ])("pod $ofPod, container $ofContainer", ({ ofPod, ofContainer, bad }) => {
    expect(found(rule, pod(ofPod, ofContainer)).violations).toEqual(bad);
  });
});

test.each(["initContainers", "ephemeralContainers"])("%s count as containers do", (list) => {
  const spec = { securityContext: { runAsNonRoot: true }, [list]: [{ securityContext: { runAsNonRoot: false } }] };
  expect(found(rule, spec).violations).toEqual([`${list}[0].securityContext.runAsNonRoot`]);
});

test("Windows pods are not exempt: this check has no such exemption", () => {
  expect(found(rule, pod(undefined, undefined, { os: { name: "windows" } })).violations).toEqual([OF_CONTAINER]);
  expect(found(rule, { os: { name: "windows" }, ...pod(true, undefined) })).toEqual(COMPLIES);
});

describe("user namespaces (1.35)", () => {
  test("hostUsers: false frees the pod, whatever it says", () => {
    expect(found(rule, pod(false, false, { hostUsers: false }))).toEqual(COMPLIES);
  });
  test.each([true, undefined, null, "false", 0])("hostUsers: %j does not", (hostUsers) => {
    expect(found(rule, pod(false, true, { hostUsers })).violations).toEqual([OF_POD]);
  });
});

describe("unknown values", () => {
  test("an unknown pod setting leaves a container without its own undetermined", () => {
    expect(found(rule, pod(UNKNOWN, undefined))).toMatchObject({
      violations: [],
      undetermined: [OF_POD, OF_CONTAINER],
    });
  });
  test("a container with its own setting does not depend on the pod's", () => {
    expect(found(rule, pod(UNKNOWN, true))).toMatchObject({ violations: [], undetermined: [OF_POD] });
    expect(found(rule, pod(UNKNOWN, false))).toMatchObject({ violations: [OF_CONTAINER], undetermined: [OF_POD] });
  });
  test("an unknown hostUsers puts off what would be refused, and nothing else", () => {
    expect(found(rule, pod(true, false, { hostUsers: UNKNOWN }))).toMatchObject({ undetermined: [OF_CONTAINER] });
    expect(found(rule, pod(true, true, { hostUsers: UNKNOWN }))).toEqual(COMPLIES);
  });
  test("a container setting that cannot matter is not missed", () => {
    expect(found(rule, pod(true, UNKNOWN, { hostUsers: false }))).toEqual(COMPLIES);
  });
});

test.each(["true", 1, {}])("nonsense is refused: %j", (setting) => {
  expect(found(rule, pod(true, setting)).violations).toEqual([OF_CONTAINER]);
  expect(found(rule, pod(setting, undefined)).violations).toEqual([OF_CONTAINER]);
});
