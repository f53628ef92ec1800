import { rule } from "../../../../policies/rules/secret/secret-literal-data.ts";
import { object, onEach, type RuleCases } from "../../cases.ts";

const secret = (value: unknown) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });
const urn = (parent: string) => `urn:pulumi:dev::shop::${parent}$kubernetes:core/v1:Secret::db`;
const marked = object("Secret", { stringData: { password: secret("hunter2") } });

export const cases: RuleCases = {
  rule,
  compliant: [
    ...onEach(rule.kinds, "a marked value", { data: secret({ password: "aHVudGVyMg==" }) }),
    { it: "of a component", given: { ...marked, urn: urn("slipway:index:Secret") } },
    ...onEach(rule.kinds, "an empty value that a controller fills", { data: { token: "" } }),
  ],
  violating: [
    ...onEach(rule.kinds, "a literal", { data: { password: "aHVudGVyMg==" } }, ["data.password"]),
    ...onEach(rule.kinds, "one literal beside a secret", { stringData: { a: secret("b"), password: "hunter2" } }, [
      "stringData.password",
    ]),
    {
      it: "from a file",
      given: { ...marked, urn: urn("kubernetes:yaml/v2:ConfigGroup") },
      finds: ["stringData.password"],
    },
    {
      it: "from a chart",
      given: { ...marked, urn: urn("kubernetes:helm.sh/v4:Chart") },
      finds: ["stringData.password"],
    },
  ],
  unknown: [
    {
      it: "where marks did not arrive",
      given: { ...object("Secret", { data: { a: "Yg==" } }), marked: false },
      finds: ["data.a"],
    },
  ],
  malformed: [...onEach(rule.kinds, "data that is text", { data: "hunter2", stringData: [7] })],
};
