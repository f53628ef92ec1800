import type { Log } from "../protocol/plugin.ts";
import type { Cluster } from "./cluster.ts";
import type { Settings } from "./settings.ts";

/** What every operation works with. */
export interface Context {
  cluster: Cluster;
  settings: Settings;
  /** The namespace of objects that name none. */
  defaultNamespace: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/** What goes with one operation on one resource. */
export interface Operation {
  log: Log;
  signal: AbortSignal;
}

/**
 * Nothing can be changed on a cluster that does not answer.
 * @throws Error saying why it does not
 */
export async function mustBeReachable({ cluster }: Context): Promise<void> {
  const reason = await cluster.unreachable();
  if (reason) throw new Error(unreachable(reason));
}

/** The sentence for a cluster that does not answer. */
export function unreachable(reason: string): string {
  return `configured Kubernetes cluster is unreachable: ${reason}`;
}
