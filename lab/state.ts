import { homedir } from "node:os";
import { join } from "node:path";
import { LabError } from "./error.ts";

/** Longest path that a Unix socket can have, less the terminating zero (unix(7)). */
const SOCKET_PATH_LIMIT = 107;

/** Where everything of a lab is, under one directory that `lab down` removes. */
export interface State {
  /** `$SLIPWAY_LAB_STATE`, by default `~/.local/state/slipway/lab`. */
  root: string;
  /** Generated configuration of the parts. */
  config: string;
  /** Certificates and keys; readable by root alone. */
  pki: string;
  /** Output of the parts, `<part>.log`. */
  log: string;
  /** Pid files and sockets. */
  run: string;
  /** What the parts store. */
  data: string;
  /** What the node sees as its own /run, /var/log, /var/lib/kubelet and so on. */
  node: string;
  /** File that keeps the node's mount namespace alive; on a private mount of its own. */
  mountNamespace: string;
  /** kubeconfig for people and tests. */
  kubeconfig: string;
  /** The address block, chosen once in a lab's life. */
  network: string;
  buildkitSocket: string;
  etcdSocket: string;
  /** Pulumi's state of the stacks in this lab: it dies with the cluster that it describes. */
  pulumi: string;
}

/** The state directory as this environment asks for it. */
export function stateRoot(env: NodeJS.ProcessEnv = process.env): string {
  return env.SLIPWAY_LAB_STATE || join(env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "slipway", "lab");
}

/** @throws LabError when sockets below `root` would have names that the kernel cannot hold */
export function stateAt(root: string): State {
  const state: State = {
    root,
    config: join(root, "config"),
    pki: join(root, "pki"),
    log: join(root, "log"),
    run: join(root, "run"),
    data: join(root, "data"),
    node: join(root, "node"),
    mountNamespace: join(root, "ns", "mnt"),
    kubeconfig: join(root, "kubeconfig"),
    network: join(root, "network.json"),
    buildkitSocket: join(root, "run", "buildkitd.sock"),
    etcdSocket: join(root, "run", "etcd.sock"),
    pulumi: join(root, "pulumi"),
  };
  if (Buffer.byteLength(state.buildkitSocket) > SOCKET_PATH_LIMIT) {
    throw new LabError(
      `the state directory's path is too long for Unix sockets (${root}); set SLIPWAY_LAB_STATE to a shorter one.`,
    );
  }
  return state;
}
