import * as sdk from "@pulumi/policy";
import { describe, expect, test } from "vitest";
import { type Deserializer, inputsOf, readOnce } from "../../../policies/crossguard/inputs.ts";

// Exported since 1.21 for tests, but its declaration is stripped.
const { unknownCheckingProxy } = sdk as unknown as { unknownCheckingProxy: (props: object) => object };

/** Properties on the wire, and what the SDK makes of them. */
function engine() {
  let reads = 0;
  const deserializer: Deserializer = {
    deserializeProperties: () => {
      reads += 1;
      return { password: "hunter2" };
    },
  };
  const sent = { toJavaScript: () => ({ password: { signature: "secret", value: "hunter2" } }) };
  return { deserializer, sent, reads: () => reads };
}

describe("after readOnce", () => {
  test("the SDK reads each resource once, however many policies ask", () => {
    const { deserializer, sent, reads } = engine();
    readOnce(deserializer);
    const [first, second] = [1, 2].map(() => deserializer.deserializeProperties(sent, false));
    expect(first).toBe(second);
    expect(reads()).toBe(1);
    deserializer.deserializeProperties({ ...sent }, false);
    expect(reads()).toBe(2);
  });
  test("a remediation, which may change what it gets, has its own", () => {
    const { deserializer, sent, reads } = engine();
    readOnce(deserializer);
    deserializer.deserializeProperties(sent, false);
    const [first, second] = [1, 2].map(() => deserializer.deserializeProperties(sent, true));
    expect(first).not.toBe(second);
    expect(reads()).toBe(3);
  });
  test("rules see what is marked as secret, and the same object for every policy", () => {
    const { deserializer, sent } = engine();
    readOnce(deserializer);
    const shown = deserializer.deserializeProperties(sent, false);
    const [one, other] = [1, 2].map(() => inputsOf(unknownCheckingProxy(shown)));
    expect(one?.identity).toBe(other?.identity);
    expect(one).toMatchObject({ marked: true, props: { password: { signature: "secret" } } });
  });
});

test("what came another way has lost its marks, and says so", () => {
  expect(inputsOf(unknownCheckingProxy({ password: "hunter2" }))).toMatchObject({ marked: false });
});

test("what no engine sent is as it was declared", () => {
  expect(inputsOf({ password: "hunter2" })).toMatchObject({ marked: true, props: { password: "hunter2" } });
});
