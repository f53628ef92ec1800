import type {
  PolicyResource,
  ResourceRemediation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { toResource } from "../evaluate.ts";
import { judge } from "../judge.ts";
import { apply, remediesOf } from "../remedy.ts";
import type { Resource } from "../resource.ts";
import type { Environment, Rule } from "../rule.ts";
import type { Settings } from "../settings.ts";
import { Stack } from "../stack.ts";
import { type Finding, sentence } from "../verdict.ts";
import { applyWaivers } from "../waivers/apply.ts";
import { readWaivers } from "../waivers/read.ts";
import { CONFIG_SCHEMA } from "../waivers/schema.ts";
import type { Exceptions } from "./exceptions.ts";
import { inputsOf } from "./inputs.ts";

export type Policy = ResourceValidationPolicy | StackValidationPolicy;

/**
 * A rule as a CrossGuard policy. It reports violations only: the SDK knows no other outcome of a rule, so whatever else
 * it finds goes to the exceptions.
 */
export function toPolicy(
  rule: Rule,
  environment: Environment,
  exceptions: Exceptions,
  settings: Settings = {},
): Policy {
  const violations = (stack: Stack, config: PolicyConfig): readonly Finding[] => {
    // The engine has shown what is wrong with the config before it started the pack.
    const { waivers } = readWaivers(rule.name, config.waivers);
    const { violations, undetermined, errors } = judge(rule, stack);
    const { failed, waived, needed } = applyWaivers(violations, waivers, new Date());
    exceptions.note({ undetermined, errors, waived, waivers, needed });
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
        for (const finding of violations(stackOf(args.resources, settings), args.getConfig()))
          report(sentence(finding), finding.resource.urn);
      },
    };
  }
  return {
    ...metadata,
    // Only on a stack for trying things out: elsewhere what runs is what the program says.
    ...(rule.fix && environment === "dev" && { remediateResource: remediation(rule) }),
    validateResource(args, report) {
      for (const finding of violations(stackOf([args], settings), args.getConfig()))
        report(sentence(finding), finding.resource.urn);
    },
  };
}

/** Runs where pack config sets the rule's level to `remediate`. Its properties keep secrets secret when they are set. */
function remediation(rule: Rule): ResourceRemediation {
  return ({ props, ...args }) => {
    const remedies = remediesOf(rule, new Stack([declared({ ...args, props })]));
    for (const remedy of remedies) apply(remedy, props);
    return remedies.length > 0 ? props : undefined;
  };
}

interface PolicyConfig {
  readonly waivers?: unknown;
}

/** What rules see of a request, by the inputs of its first resource: every policy is shown the same. */
const seen = new WeakMap<object, Stack>();

function stackOf(shown: readonly (ResourceValidationArgs | PolicyResource)[], settings: Settings): Stack {
  const [first] = shown;
  if (!first) return new Stack([]);
  const { identity } = inputsOf(first.props);
  let stack = seen.get(identity);
  if (!stack) {
    stack = new Stack(shown.map(declared), settings);
    seen.set(identity, stack);
  }
  return stack;
}

function declared({ type, name, urn, opts, props }: ResourceValidationArgs | PolicyResource): Resource {
  // Absent from the arguments that some tools make up.
  const { protect } = (opts as { protect?: boolean } | undefined) ?? {};
  return toResource({ type, name, urn, protect, ...inputsOf(props) });
}
