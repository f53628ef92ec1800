import { environmentOf } from "./crossguard/environment.ts";
import { Exceptions, exceptionsPolicy } from "./crossguard/exceptions.ts";
import { errorsPolicy } from "./crossguard/errors.ts";
import { type Policy, toPolicy } from "./crossguard/policy.ts";
import { settingsIn } from "./settings.ts";
import { table } from "./rules/index.ts";

const environment = environmentOf(process.env.PULUMI_CONFIG);
const settings = settingsIn(process.env.PULUMI_CONFIG);
const exceptions = new Exceptions();

/**
 * Every rule as a CrossGuard policy, at the level of the stack's environment. Importing this module starts nothing, so
 * other packs can take rules from it.
 */
export const rules: Policy[] = [
  ...table.map((rule) => toPolicy(rule, environment, exceptions, settings)),
  errorsPolicy(environment, exceptions),
  exceptionsPolicy(exceptions),
];
