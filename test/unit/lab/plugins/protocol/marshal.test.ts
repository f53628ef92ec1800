import fc from "fast-check";
import structs from "google-protobuf/google/protobuf/struct_pb.js";
import { describe, expect, test } from "vitest";
import { decode, encode } from "../../../../../lab/plugins/protocol/marshal.ts";
import { UNKNOWN, hasUnknown, isMap } from "../../../../../lab/plugins/protocol/values.ts";
import type { Path, Value, ValueMap } from "../../../../../lab/plugins/protocol/values.ts";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const secretOf = (value: unknown) => ({ [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value });

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(UNKNOWN));
const key = fc.string().filter((text) => text !== "__proto__");
const arbitraryValues = fc.dictionary(
  key,
  fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value")), fc.dictionary(key, tie("value"))),
  })).value,
) as fc.Arbitrary<ValueMap>;

function pathsOf(value: Value | undefined, path: Path = []): Path[] {
  const children = Array.isArray(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : isMap(value)
      ? Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]))
      : [];
  return path.length > 0 ? [path, ...children] : children;
}

describe("encode and decode", () => {
  test("are inverse for any values, unknowns included, with any one of them secret", () => {
    fc.assert(
      fc.property(arbitraryValues, fc.nat(), (values, pick) => {
        const paths = pathsOf(values);
        const secrets = paths.length > 0 ? [paths[pick % paths.length]!] : [];
        const back = decode(encode({ values, secrets }));
        expect(back.values).toEqual(values);
        expect(back.secrets).toEqual(secrets);
      }),
    );
  });

  test("unwrap a secret and keep its path; what is secret inside of a secret is not listed twice", () => {
    const struct = structs.Struct.fromJavaScript({ data: secretOf({ password: secretOf("s3cret"), user: "me" }) });
    expect(decode(struct)).toEqual({ values: { data: { password: "s3cret", user: "me" } }, secrets: [["data"]] });
  });

  test("know the unknown of every type", () => {
    const struct = structs.Struct.fromJavaScript({
      list: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
      flag: ["1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
    });
    const { values } = decode(struct);
    expect(values).toEqual({ list: UNKNOWN, flag: [UNKNOWN] });
    expect(hasUnknown(values)).toBe(true);
  });

  test("leave absent values out and wrap only paths that exist", () => {
    const struct = encode({ values: { gone: undefined, here: 1 }, secrets: [["gone"], ["never", "there"]] });
    expect(struct.toJavaScript()).toEqual({ here: 1 });
  });
});
