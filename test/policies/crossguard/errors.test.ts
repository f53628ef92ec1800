import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { expect, test } from "vitest";
import { errorsPolicy } from "../../../policies/crossguard/errors.ts";
import { Exceptions } from "../../../policies/crossguard/exceptions.ts";
import { toPolicy } from "../../../policies/crossguard/policy.ts";
import type { Rule } from "../../../policies/rule.ts";
import { table } from "../../../policies/rules/index.ts";
import { goodPod, resourceOf } from "../pods.ts";

const [example] = table;
if (!example) throw new Error("the table is empty");
const { name, description, level, severity, framework, remediation, url } = example;
const broken: Rule = {
  ...{ name, description, level, severity, framework, remediation, url },
  checkPod() {
    throw new TypeError("hunter2");
  },
};

function reported(config: object): string[] {
  const exceptions = new Exceptions();
  const messages: string[] = [];
  const args = {
    ...resourceOf(goodPod),
    urn: "urn:orders",
    getConfig: () => config,
  } as unknown as ResourceValidationArgs;
  const rule = toPolicy(broken, "prod", exceptions);
  const errors = errorsPolicy("prod", exceptions);
  for (const policy of [rule, errors]) {
    if (!("validateResource" in policy) || typeof policy.validateResource !== "function") throw new Error("no policy");
    void policy.validateResource(args, (message) => messages.push(message));
  }
  void errors.validateStack({ getConfig: () => ({}) } as StackValidationArgs, (message) => messages.push(message));
  return messages;
}

test("a rule that throws is told on the very resource, once, without its words", () => {
  expect(reported({})).toEqual([
    expect.stringMatching(new RegExp(`^rule ${name} failed \\(TypeError\\), so nothing is known`)),
  ]);
});

test("it may be waived", () => {
  const waiver = { resource: "orders", owner: "a", reason: "b", ticket: "c", expires: "2999-12-31" };
  expect(reported({ waivers: [waiver] })).toEqual([]);
});

test.each([
  ["dev", "advisory"],
  ["staging", "mandatory"],
  ["prod", "mandatory"],
] as const)("in %s it is %s", (environment, enforcementLevel) => {
  expect(errorsPolicy(environment, new Exceptions())).toMatchObject({ name: "policy-error", enforcementLevel });
});
