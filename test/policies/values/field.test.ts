import { describe, expect, test } from "vitest";
import { Field } from "../../../policies/values/field.ts";
import { UNKNOWN } from "../pods.ts";

const field = (value: unknown) => new Field({ a: value }).at("a");

describe("reading", () => {
  test("knows the path of what exists and of what does not", () => {
    const list = new Field({ spec: { containers: [{ name: "a" }] } }).at("spec", "containers");
    expect(list.items().map((item) => item.at("securityContext", "privileged").path)).toEqual([
      "spec.containers[0].securityContext.privileged",
    ]);
  });
  test.each(["toString", "constructor", "__proto__", "length"])("sees no %s that the resource did not write", (key) => {
    expect(new Field({ list: [1] }).at(key).absent).toBe(true);
    expect(new Field("text").at(key).absent).toBe(true);
  });
  test.each(["text", 7, true, null, undefined])("finds nothing under %j", (value) => {
    expect(field(value).at("b", "c").absent).toBe(true);
    expect(field(value).items()).toEqual([]);
  });
  test("null is absent, as for Kubernetes; false and empty are not", () => {
    expect(field(null).absent).toBe(true);
    expect([false, 0, "", [], {}].map((value) => field(value).absent)).toEqual([false, false, false, false, false]);
  });
  test("sees through what a program marked as secret, at any depth", () => {
    const secret = (value: unknown) => ({
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value,
    });
    const pod = field(secret({ containers: [secret({ privileged: secret(true) })] }));
    expect(
      pod
        .at("containers")
        .items()
        .map((item) => item.at("privileged").is(true)),
    ).toEqual([true]);
    expect(field(secret(UNKNOWN)).absent).toBe("unknown");
  });
});

describe("an unknown", () => {
  test.each([UNKNOWN, "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", { __pulumiUnknown: true }])(
    "%j leaves all under it unknown",
    (value) => {
      const unknown = field(value);
      expect([unknown.absent, unknown.is(true), unknown.at("b").absent, unknown.text]).toEqual([
        "unknown",
        "unknown",
        "unknown",
        undefined,
      ]);
      expect(unknown.items().map((item) => item.at("b"))).toMatchObject([{ path: "a[?].b", absent: "unknown" }]);
    },
  );
  test("is what a getter that throws gives", () => {
    const trap = {
      get a(): never {
        throw new Error("unknown in preview");
      },
      b: 1,
    };
    expect(new Field(trap).at("a").absent).toBe("unknown");
    expect(new Field(trap).at("b").absent).toBe(false);
  });
});
