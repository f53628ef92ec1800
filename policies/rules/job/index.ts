import type { Rule } from "../../rule.ts";
import { rule as jobConcurrency } from "./job-concurrency.ts";
import { rule as jobHistory } from "./job-history.ts";
import { rule as jobRestartPolicy } from "./job-restart-policy.ts";
import { rule as jobRetries } from "./job-retries.ts";
import { rule as jobStartDeadline } from "./job-start-deadline.ts";
import { rule as jobTtl } from "./job-ttl.ts";

export const job: readonly Rule[] = [
  jobConcurrency,
  jobHistory,
  jobRestartPolicy,
  jobRetries,
  jobStartDeadline,
  jobTtl,
];
