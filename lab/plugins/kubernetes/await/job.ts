import { condition, count } from "../objects.ts";
import { podsOf } from "./pods.ts";
import { READY, TEN_MINUTES, failed, waiting } from "./verdict.ts";
import type { Wait } from "./verdict.ts";

/** Complete. A job that has failed stays failed. */
export const job: Wait = {
  timeout: TEN_MINUTES,
  async observe(object, cluster) {
    return { owners: [object], pods: await podsOf(cluster, object, [object]) };
  },
  evaluate({ object }) {
    const name = object.metadata.name ?? "";
    const failure = condition(object, "Failed");
    if (failure?.status === "True") return failed(`${name} failed: [${failure.reason ?? ""}] ${failure.message ?? ""}`);
    if (condition(object, "Complete")?.status === "True") return READY;
    return waiting(
      count(object, "status", "active") > 0
        ? `[2/2] Waiting for ${name} to complete`
        : `[1/2] Waiting for ${name} to start`,
    );
  },
};
