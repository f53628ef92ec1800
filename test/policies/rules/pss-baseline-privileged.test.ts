import { describe, expect, test } from "vitest";
import { rule } from "../../../policies/rules/pss-baseline-privileged.ts";
import { COMPLIES, found, UNKNOWN, UNKNOWN_OBJECT } from "../pods.ts";

const pod = (privileged: unknown, list = "containers") => ({
  [list]: [{ name: "app", securityContext: { privileged } }],
});

describe.each(["initContainers", "containers", "ephemeralContainers"])("in %s", (list) => {
  const path = `${list}[0].securityContext.privileged`;

  test.each([false, undefined, null])("%s complies", (privileged) => {
    expect(found(rule, pod(privileged, list))).toEqual(COMPLIES);
  });
  test("true violates", () => {
    expect(found(rule, pod(true, list))).toEqual({ violations: [path], undetermined: [], passed: 0 });
  });
  test("an unknown is undetermined", () => {
    expect(found(rule, pod(UNKNOWN, list))).toEqual({ violations: [], undetermined: [path], passed: 0 });
  });
  test.each(["true", 1, {}, [true]])("nonsense is refused: %j", (privileged) => {
    expect(found(rule, pod(privileged, list)).violations).toEqual([path]);
  });
});

test("a container without securityContext complies", () => {
  expect(found(rule, { containers: [{ name: "app" }] })).toEqual(COMPLIES);
});

test("an unknown container list is undetermined, and hides nothing in the other lists", () => {
  expect(found(rule, { ...pod(true, "initContainers"), containers: UNKNOWN_OBJECT })).toEqual({
    violations: ["initContainers[0].securityContext.privileged"],
    undetermined: ["containers[?].securityContext.privileged"],
    passed: 0,
  });
});

test("only the privileged container is blamed", () => {
  const containers = [{ name: "good" }, ...(pod(true).containers as object[]), { name: "also-good" }];
  expect(found(rule, { containers }).violations).toEqual(["containers[1].securityContext.privileged"]);
});
