import { reliability } from "../../frameworks.ts";
import { advisory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";

/** Finished runs keep their pods. */
const MOST = 10;

export const rule: ObjectRule = {
  name: "job-history",
  description: `A CronJob should keep its last failed run, and no more than ${MOST} of either kind.`,
  level: advisory,
  severity: "low",
  framework: reliability,
  remediation: "Leave failedJobsHistoryLimit and successfulJobsHistoryLimit at their defaults, 1 and 3.",
  url: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#jobs-history-limits",
  kinds: ["CronJob.batch"],
  checkObject({ fields }, require) {
    const [failed, successful] = [
      fields.at("spec", "failedJobsHistoryLimit"),
      fields.at("spec", "successfulJobsHistoryLimit"),
    ];
    require(failed.test(within(1)), failed, `should be from 1 to ${MOST}: what failed is found out from its pod`);
    require(successful.test(within(0)), successful, `should be at most ${MOST}: each run that is kept keeps its pods`);
  },
};

function within(least: number): (limit: unknown) => boolean {
  return (limit) =>
    limit === undefined || (Number.isInteger(limit) && (limit as number) >= least && (limit as number) <= MOST);
}
