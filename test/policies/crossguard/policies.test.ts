import * as sdk from "@pulumi/policy";
import type {
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { beforeEach, describe, expect, test } from "vitest";
import { Exceptions, exceptionsPolicy } from "../../../policies/crossguard/exceptions.ts";
import { toPolicy } from "../../../policies/crossguard/policy.ts";
import { rules } from "../../../policies/rules.ts";
import { table } from "../../../policies/rules/index.ts";
import { goodContainer, goodPod, resourceOf, UNKNOWN } from "../pods.ts";

// Exported since 1.21 for tests, but its declaration is stripped.
const { unknownCheckingProxy } = sdk as unknown as { unknownCheckingProxy: (props: unknown) => unknown };

/** What the SDK shows a policy: inputs that throw where they are unknown. */
function validate(policy: unknown, spec: unknown, config: object = {}): string[] {
  const messages: string[] = [];
  const { type, name, props } = resourceOf(spec);
  const args = { type, name, urn: "urn:orders", props: unknownCheckingProxy(props), getConfig: () => config };
  const { validateResource } = policy as ResourceValidationPolicy;
  if (typeof validateResource !== "function") throw new Error("not a resource policy");
  void validateResource(args as unknown as ResourceValidationArgs, (message) => messages.push(message));
  return messages;
}

function validateStack({ validateStack }: StackValidationPolicy, resources: object[] = []) {
  const messages: { message: string; urn: string | undefined }[] = [];
  const args = { resources, getConfig: () => ({}) } as unknown as StackValidationArgs;
  void validateStack(args, (message, urn) => messages.push({ message, urn }));
  return messages;
}

const named = (name: string) => rules.find((policy) => policy.name === name);

describe("the pack", () => {
  test("is every rule, and the policy for what rules cannot say", () => {
    expect(rules.map(({ name }) => name)).toEqual([
      ...table.map(({ name }) => name),
      "policy-error",
      "policy-exceptions",
    ]);
  });
  test("carries all metadata that CrossGuard shows", () => {
    for (const policy of rules.slice(0, -2)) {
      for (const field of [
        "description",
        "enforcementLevel",
        "severity",
        "framework",
        "remediationSteps",
        "url",
      ] as const) {
        expect(policy[field], `${policy.name}: ${field}`).toBeTruthy();
      }
    }
  });
  test("is at the levels of prod when no stack says otherwise, and never blocks for exceptions", () => {
    expect(named("pss-baseline-privileged")?.enforcementLevel).toBe("mandatory");
    expect(named("policy-exceptions")?.enforcementLevel).toBe("advisory");
  });
  test("lets a good pod pass", () => {
    const ofPods = table.filter((rule) => "checkPod" in rule && rule.level.prod === "mandatory");
    for (const { name } of ofPods) expect(validate(named(name), goodPod), name).toEqual([]);
  });
});

describe("unknown values, as the SDK presents them", () => {
  const spec = {
    containers: [
      { ...goodContainer, image: UNKNOWN },
      { ...goodContainer, name: "root", image: "nginx", securityContext: { privileged: true, runAsNonRoot: UNKNOWN } },
    ],
  };

  test("hide neither another rule's violation nor the same rule's", () => {
    expect(validate(named("pss-baseline-privileged"), spec)).toEqual([expect.stringContaining("container root")]);
    expect(validate(named("image-tag-pinned"), spec)).toEqual([
      expect.stringMatching(/^container root, .*containers\[1\]\.image/),
    ]);
  });
});

const waiver = { resource: "orders", owner: "platform", reason: "vendor", ticket: "PLAT-1", expires: "2999-12-31" };

describe("exceptions", () => {
  let exceptions: Exceptions;
  let report: StackValidationPolicy;
  const image = table.find(({ name }) => name === "image-tag-pinned");
  const policy = () => image && toPolicy(image, "dev", exceptions);
  const vendor = { containers: [{ ...goodContainer, image: "vendor" }] };

  beforeEach(() => {
    exceptions = new Exceptions();
    report = exceptionsPolicy(exceptions);
  });

  test("an undetermined fact is told, with its resource", () => {
    expect(validate(policy(), { containers: [{ ...goodContainer, image: UNKNOWN }] })).toEqual([]);
    expect(validateStack(report)).toEqual([
      {
        message: expect.stringMatching(/^image-tag-pinned: container app, .*not known before the update/) as string,
        urn: "urn:orders",
      },
    ]);
  });
  test("a waived finding is no violation, and is told", () => {
    expect(validate(policy(), vendor, { waivers: [waiver] })).toEqual([]);
    expect(validateStack(report)).toEqual([
      {
        message: expect.stringContaining("waived by platform until 2999-12-31 (PLAT-1): vendor") as string,
        urn: "urn:orders",
      },
    ]);
  });
  test("a waiver that one resource needed is not unused because another did not", () => {
    validate(policy(), vendor, { waivers: [{ ...waiver }] });
    validate(policy(), goodPod, { waivers: [{ ...waiver }] });
    expect(validateStack(report)).toHaveLength(1);
  });
  test("one that none needed is told once", () => {
    validate(policy(), goodPod, { waivers: [waiver] });
    validate(policy(), goodPod, { waivers: [{ ...waiver }] });
    expect(validateStack(report)).toEqual([
      { message: "image-tag-pinned: the waiver for orders (PLAT-1) is not needed; remove it", urn: undefined },
    ]);
  });
  test("are told once: the update does not repeat the preview's", () => {
    validate(policy(), vendor, { waivers: [waiver, { ...waiver, resource: "gone" }] });
    expect(validateStack(report)).toHaveLength(2);
    expect(validateStack(report)).toEqual([]);
  });
  test("an expired or malformed waiver waives nothing", () => {
    expect(validate(policy(), vendor, { waivers: [{ ...waiver, expires: "2020-01-01" }] })).toEqual([
      expect.stringContaining("expired on 2020-01-01"),
    ]);
    for (const waivers of [[{ resource: "*" }], [null], "all", 7])
      expect(validate(policy(), vendor, { waivers })).toHaveLength(1);
  });
});

test("a rule about the stack becomes a stack policy that blames a resource", () => {
  const [example] = table;
  if (!example) throw new Error("the table is empty");
  const { name, description, level, severity, framework, remediation, url } = example;
  const policy = toPolicy(
    {
      ...{ name, description, level, severity, framework, remediation, url },
      checkStack({ resources }, about) {
        for (const resource of resources) about(resource)(resource.props.absent, resource.props, "must not be");
      },
    },
    "dev",
    new Exceptions(),
  );
  const resource = { ...resourceOf(goodPod), urn: "urn:orders" };
  expect(validateStack(policy as StackValidationPolicy, [resource])).toEqual([
    { message: "must not be", urn: "urn:orders" },
  ]);
});
