import type { Log } from "../../protocol/plugin.ts";
import type { Cluster } from "../cluster.ts";
import { isTransient } from "../errors.ts";
import { title } from "../objects.ts";
import type { KubernetesObject } from "../objects.ts";
import { pause } from "./pause.ts";
import { problemsOf, warningEvents } from "./problems.ts";
import type { Problem } from "./problems.ts";
import type { Verdict, Wait } from "./verdict.ts";

/** A problem that goes away within this many milliseconds is part of starting up. */
const PATIENCE = 3000;

/** The object is there but did not become ready. */
export class NotReadyError extends Error {
  readonly live: KubernetesObject;
  readonly reasons: readonly string[];

  constructor(live: KubernetesObject, reasons: readonly string[]) {
    super(reasons.join("; "));
    this.live = live;
    this.reasons = reasons;
  }
}

export interface Waiting {
  cluster: Cluster;
  /** The object as it was answered by the API server. */
  object: KubernetesObject;
  /** As it was before the update. */
  before: KubernetesObject | undefined;
  wait: Wait;
  /** In seconds. */
  timeout: number;
  log: Log;
  signal: AbortSignal;
}

/**
 * Looks at an object until it is ready, telling how far it is and what is wrong.
 * @throws NotReadyError when it has failed, has not become ready in time, or the engine is asked to stop
 */
export async function untilReady({ timeout, log, signal, ...waiting }: Waiting): Promise<KubernetesObject> {
  const deadline = Date.now() + timeout * 1000;
  const firstSeen = new Map<string, number>();
  let last: Look = { live: waiting.object, verdict: { state: "waiting", step: "" }, problems: [] };

  // Looking again is simpler than watching five kinds at once, and as good at this scale.
  for (let attempt = 0; ; attempt += 1) {
    last = await look({ ...waiting, object: last.live }).catch((error: unknown) => {
      // An API server that restarts is no verdict on the object.
      if (isTransient(error)) return last;
      throw error;
    });
    const { live, verdict, problems } = last;
    if (verdict.state === "ready") {
      log.status("");
      return live;
    }
    if (verdict.state === "failed") throw notReady(last, verdict.reason);
    if (signal.aborted) throw notReady(last, `the operation was cancelled while this was going on: ${verdict.step}`);
    if (Date.now() >= deadline) throw notReady(last, `timed out after ${timeout} s: ${verdict.step}`);
    log.status(verdict.step);
    warnOf(problems, firstSeen, log);
    await pause(attempt, deadline, signal);
  }
}

interface Look {
  live: KubernetesObject;
  verdict: Verdict;
  problems: Problem[];
}

/** One look at an object and what is around it. */
export async function look({
  cluster,
  object,
  before,
  wait,
}: Pick<Waiting, "cluster" | "object" | "before" | "wait">): Promise<Look> {
  const live = await cluster.get(object);
  const related = (await wait.observe?.(live, cluster)) ?? {};
  const verdict = wait.evaluate({ object: live, before, related });
  if (verdict.state === "ready" || !(related.pods ?? related.owners)) return { live, verdict, problems: [] };
  return { live, verdict, problems: problemsOf(related, await warningEvents(cluster, live.metadata.namespace)) };
}

/** The error for an object that is not ready, with everything that is known to be wrong. */
export function notReady({ live, problems }: Look, reason: string): NotReadyError {
  return new NotReadyError(live, [`${title(live)} is not ready: ${reason}`, ...problems.map(({ message }) => message)]);
}

function warnOf(problems: readonly Problem[], firstSeen: Map<string, number>, log: Log): void {
  const now = Date.now();
  for (const { key, message, usual } of problems) {
    const since = firstSeen.get(key) ?? now;
    if (!usual && now - since >= PATIENCE && since > 0) {
      log.warning(message);
      firstSeen.set(key, -1);
    } else {
      firstSeen.set(key, since);
    }
  }
}
