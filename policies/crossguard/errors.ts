import type {
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { POLICY_ERROR } from "../policy-error.ts";
import type { Environment } from "../rule.ts";
import { sentence } from "../verdict.ts";
import { applyWaivers } from "../waivers/apply.ts";
import { readWaivers } from "../waivers/read.ts";
import { CONFIG_SCHEMA } from "../waivers/schema.ts";
import type { Exceptions } from "./exceptions.ts";

/**
 * Reports rules that failed. It stands after all rules, and the SDK asks policies in their order, so it blocks the very
 * resource that a rule failed on; a rule that threw into the SDK would take the findings of all others with it.
 */
export function errorsPolicy(
  environment: Environment,
  exceptions: Exceptions,
): ResourceValidationPolicy & StackValidationPolicy {
  const tell = ({ waivers: declared }: { waivers?: unknown }, report: ReportViolation): void => {
    const { waivers } = readWaivers(POLICY_ERROR.name, declared);
    const { failed, waived, needed } = applyWaivers(exceptions.takeErrors(), waivers, new Date());
    exceptions.note({ errors: [], undetermined: [], waived, waivers, needed });
    for (const finding of failed) report(sentence(finding), finding.resource.urn);
  };
  const { name, description, level, severity, remediation } = POLICY_ERROR;
  return {
    name,
    description,
    enforcementLevel: level[environment],
    severity,
    remediationSteps: remediation,
    configSchema: CONFIG_SCHEMA satisfies PolicyConfigSchema,
    validateResource(args, report) {
      tell(args.getConfig(), report);
    },
    validateStack(args, report) {
      tell(args.getConfig(), report);
    },
  };
}
