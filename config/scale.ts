import type { Parsed } from "./schema/index.ts";

type Scaled = Pick<Parsed["services"][number], "kind" | "replicas" | "autoscaling">;

/**
 * How many pods a service has: its own word, the autoscaler's, or the nodes' for a DaemonSet.
 *
 * @param silent number of pods where the service is silent
 */
export function scaled({ kind, replicas, autoscaling }: Scaled, silent: number): Omit<Scaled, "kind"> {
  if (kind === "DaemonSet") return { replicas: undefined };
  if (!autoscaling) return { replicas: replicas ?? silent };
  return {
    replicas: undefined,
    autoscaling: { ...autoscaling, min: autoscaling.min ?? Math.min(silent, autoscaling.max) },
  };
}
