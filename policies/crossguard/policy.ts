import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { toResource } from "../evaluate.ts";
import { judge } from "../judge.ts";
import type { Environment, Resource, Rule } from "../rule.ts";
import { type Finding, sentence } from "../verdict.ts";
import { applyWaivers } from "../waivers/apply.ts";
import { readWaivers } from "../waivers/read.ts";
import { CONFIG_SCHEMA } from "../waivers/schema.ts";
import type { Exceptions } from "./exceptions.ts";

export type Policy = ResourceValidationPolicy | StackValidationPolicy;

/**
 * A rule as a CrossGuard policy. It reports violations only: the SDK knows no other outcome of a rule, so whatever else
 * it finds goes to the exceptions.
 */
export function toPolicy(rule: Rule, environment: Environment, exceptions: Exceptions): Policy {
  const violations = (resources: readonly Resource[], config: PolicyConfig): readonly Finding[] => {
    // The engine has shown what is wrong with the config before it started the pack.
    const { waivers } = readWaivers(rule.name, config.waivers);
    const { violations, undetermined } = judge(rule, resources);
    const { failed, waived, needed } = applyWaivers(violations, waivers, new Date());
    exceptions.note({ undetermined, waived, waivers, needed });
    return failed;
  };
  const metadata = {
    name: rule.name,
    description: rule.description,
    enforcementLevel: rule.level[environment],
    severity: rule.severity,
    framework: rule.framework,
    remediationSteps: rule.remediation,
    url: rule.url,
    configSchema: CONFIG_SCHEMA,
  };
  if ("checkStack" in rule) {
    return {
      ...metadata,
      validateStack(args, report) {
        for (const finding of violations(args.resources.map(toResource), args.getConfig())) {
          report(sentence(finding), finding.resource.urn);
        }
      },
    };
  }
  return {
    ...metadata,
    validateResource(args, report) {
      for (const finding of violations([toResource(args)], args.getConfig())) report(sentence(finding));
    },
  };
}

interface PolicyConfig {
  readonly waivers?: unknown;
}
