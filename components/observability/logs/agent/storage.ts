import type { ProgramVolumeArgs } from "../../../program/index.ts";
import type { Settings } from "./settings.ts";

const MOUNT = "/var/lib/log-agent";

/**
 * Positions in files, and lines that wait, survive the pod: they lie on the node. Everybody may write to `/var/tmp`,
 * and the kubelet makes a folder that is missing below a volume with the mode of the volume, so that an agent that is not
 * root gets one; what it puts there nobody else can read.
 * @see https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch05s15.html (/var/tmp outlives a reboot)
 */
export function stateVolume(namespace: string): ProgramVolumeArgs {
  // By namespace: agents of two monitorings may meet on a node.
  return { name: "state", mountPath: MOUNT, hostPath: { path: "/var/tmp", subPath: `slipway-log-agent/${namespace}` } };
}

/**
 * The files of the extension. A file that the node's crash has spoiled is put aside, and lines are sent twice rather than
 * never.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/extension/storage/filestorage
 */
export const fileStorage: Settings = {
  directory: `${MOUNT}/state`,
  create_directory: true,
  directory_permissions: "0700",
  recreate: true,
  // The old pod is gone, but its lock may outlive it for a moment.
  timeout: "10s",
  // A queue that was full once gives the disk back.
  compaction: {
    directory: `${MOUNT}/state`,
    on_start: true,
    on_rebound: true,
    rebound_needed_threshold_mib: 32,
    rebound_trigger_threshold_mib: 4,
    cleanup_on_start: true,
  },
};
