import type { Environment } from "../rule.ts";

const ENVIRONMENTS: ReadonlySet<unknown> = new Set<Environment>(["dev", "staging", "prod"]);

/**
 * The environment that the stack file names (`slipway:environment`), out of the configuration that the engine hands to a
 * policy pack. Without a stack, or with one that names none, the strictest.
 *
 * @param config value of PULUMI_CONFIG: JSON, key → text
 */
export function environmentOf(config: string | undefined): Environment {
  try {
    const { "slipway:environment": named } = JSON.parse(config ?? "{}") as Record<string, unknown>;
    if (ENVIRONMENTS.has(named)) return named as Environment;
  } catch {
    // Whoever broke the configuration learns it from the program; a policy only must not get laxer.
  }
  return "prod";
}
