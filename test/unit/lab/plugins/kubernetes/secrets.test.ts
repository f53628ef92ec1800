import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked, redact } from "../../../../../lab/plugins/kubernetes/secrets.ts";

describe("redact", () => {
  test("leaves no secret of four characters or more in a text, plain, quoted or encoded", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), (secret, around) => {
        const inputs = { values: { spec: { token: secret } }, secrets: [["spec", "token"]] };
        const spellings = [secret, JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString("base64")];
        const clean = redact(spellings.map((spelling) => `${around}<${spelling}>`).join(""), inputs);
        // The surroundings, and what stands in for a secret, may happen to hold it too.
        fc.pre(spellings.every((spelling) => !`${around}<[secret]>${around}<[secret]>`.includes(spelling)));
        for (const spelling of spellings) expect(clean.includes(spelling)).toBe(false);
      }),
    );
  });

  test("a Secret's data is redacted although the program did not mark it, also decoded", () => {
    const inputs = {
      values: { kind: "Secret", data: { key: Buffer.from("hunter22").toString("base64") } },
      secrets: [],
    };
    expect(redact('Invalid value: "hunter22"', inputs)).toBe('Invalid value: "[secret]"');
  });
});

describe("marked", () => {
  test("marks what the inputs mark, where it is in the outputs, and a Secret's data", () => {
    const inputs = {
      values: { spec: { a: "long secret" } },
      secrets: [
        ["spec", "a"],
        ["spec", "gone"],
      ],
    };
    expect(marked({ spec: { a: "changed" } }, inputs).secrets).toEqual([["spec", "a"]]);
    expect(marked({ kind: "Secret", data: { a: "YQ==" } }, { values: {}, secrets: [] }).secrets).toEqual([["data"]]);
  });

  test("finds a secret that has moved: a webhook puts a variable before it", () => {
    const inputs = { values: { env: [{ value: "long secret" }] }, secrets: [["env", 0, "value"]] };
    const outputs = { env: [{ value: "injected" }, { value: "long secret" }] };
    expect(marked(outputs, inputs).secrets).toContainEqual(["env", 1, "value"]);
  });
});
