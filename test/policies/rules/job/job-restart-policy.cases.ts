import { rule } from "../../../../policies/rules/job/job-restart-policy.ts";
import { object, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const template = (restartPolicy: unknown) => ({ template: { spec: { restartPolicy, containers: [] } } });
const both = (it: string, policy: unknown, found = true) => [
  {
    it: `Job: ${it}`,
    given: object("Job.batch", { spec: template(policy) }),
    finds: found ? ["spec.template.spec.restartPolicy"] : [],
  },
  {
    it: `CronJob: ${it}`,
    given: object("CronJob.batch", { spec: { jobTemplate: { spec: template(policy) } } }),
    finds: found ? ["spec.jobTemplate.spec.template.spec.restartPolicy"] : [],
  },
];

export const cases: RuleCases = {
  rule,
  compliant: ["Never", "OnFailure"].flatMap((policy) => both(policy, policy, false)),
  violating: [undefined, "Always"].flatMap((policy) => both(String(policy), policy)),
  unknown: both("the policy", UNKNOWN),
  malformed: both("a flag", false),
};
