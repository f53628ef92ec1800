import type { PeerArgs } from "../../../network/index.ts";

/** Lines that share a reader, a queue and their fate. */
export interface Source {
  /** Name of its reader, its pipeline and its exporter. */
  name: string;
  /** Paths of its files, and of files below those that are not its own. */
  include: string[];
  exclude: string[];
  /** The service that it is; none where it is everything else. */
  service?: PeerArgs;
}

/** Kubernetes name of the agent. */
export const AGENT = "log-agent";

/** Where the kubelet keeps the files: `<namespace>_<pod>_<uid>/<container>/<restarts>.log`. */
const FOLDER = "/var/log/pods";

/** The file that a container writes to, and the one before it, which the kubelet has only renamed. */
const FILES = ["*.log", "*.log.*"];

/** What the kubelet compresses had been read while it was one of those. */
const COMPRESSED = ["*.gz", "*.tmp"];

/**
 * One source for each service, and one for everything else on the node. The agent's own lines are no part of it: each
 * would bring forth another.
 * @see https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-rotation
 */
export function sources(services: readonly PeerArgs[], agentNamespace: string): Source[] {
  const agent = `${FOLDER}/${agentNamespace}_${AGENT}-*/*`;
  return [
    ...services.map((service) => source(nameOf(service), folder(service), [], service)),
    source("other", `${FOLDER}/*/*`, [...services.map(folder), agent]),
  ];
}

/** A namespace has no dot in its name, so that no two services share one. */
export function nameOf({ name, namespace }: PeerArgs): string {
  return `${namespace}.${name}`;
}

function source(name: string, folder: string, others: string[], service?: PeerArgs): Source {
  return {
    name,
    include: FILES.map((file) => `${folder}/${file}`),
    exclude: [...COMPRESSED.map((file) => `${folder}/${file}`), ...others.map((other) => `${other}/*`)],
    ...(service && { service }),
  };
}

function folder({ name, namespace }: PeerArgs): string {
  return `${FOLDER}/${namespace}_*/${name}`;
}
