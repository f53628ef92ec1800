import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { execa } from "execa";
import type { Manifest, PodSpec } from "./rendered.ts";

/** Where the kubelet puts what a pod is to the API server. */
const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** What runtimes show every container of the kernel, by which programs find out how much memory there is. */
const ENTER = `for of in proc sys; do mount --rbind /$of "$0/$of"; done; exec chroot "$0" "$@"`;

/**
 * The root folder that the container of a program would have: its configuration, something in the place of each secret, and
 * an empty folder for each other volume. Programs without libraries run in it (chroot) with the arguments and paths of the pod.
 */
export class PodRoot {
  readonly #folder = mkdtempSync(join(tmpdir(), "pod-root-"));
  readonly #container: PodSpec["containers"][number];

  /**
   * @param workload what runs the pod
   * @param manifests among which its configuration is
   */
  constructor({ metadata, spec }: Manifest, manifests: readonly Manifest[]) {
    const pod = spec?.template?.spec;
    const [container] = pod?.containers ?? [];
    if (!pod || !container) throw new Error(`${metadata.name} runs no pod`);
    this.#container = container;
    for (const { name, mountPath } of container.volumeMounts ?? []) {
      mkdirSync(this.path(mountPath), { recursive: true });
      const volume = pod.volumes?.find((each) => each.name === name);
      const sources = volume?.projected?.sources ?? [];
      for (const { path } of sources.flatMap(({ secret }) => secret.items)) this.write(join(mountPath, path), "secret");
      if (!volume?.configMap) continue;
      const isIt = (each: Manifest) =>
        each.kind === "ConfigMap" &&
        each.metadata.name === volume.configMap?.name &&
        each.metadata.namespace === metadata.namespace;
      const files = manifests.find(isIt)?.data ?? {};
      for (const [file, content] of Object.entries(files)) this.write(join(mountPath, file), content);
    }
    if (pod.automountServiceAccountToken) {
      for (const file of ["token", "ca.crt", "namespace"]) this.write(join(ACCOUNT, file), "secret");
    }
  }

  get args(): string[] {
    return this.#container.args ?? [];
  }

  /** Variables of the container; what the cluster would say stands for itself. */
  get env(): Record<string, string> {
    return Object.fromEntries((this.#container.env ?? []).map(({ name, value }) => [name, value ?? "127.0.0.1"]));
  }

  /** Where the container sees a volume. */
  mount(volume: string): string {
    const mount = this.#container.volumeMounts?.find(({ name }) => name === volume);
    if (!mount) throw new Error(`${this.#container.name} mounts no ${volume}`);
    return mount.mountPath;
  }

  /** A path of the container as a path of this machine. */
  path(inside: string): string {
    return join(this.#folder, inside);
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  write(path: string, content: string): void {
    mkdirSync(this.path(join(path, "..")), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  /** Runs a program there, and leaves to the caller what its exit code means. */
  run(program: string, args: readonly string[]) {
    const name = join("/.programs", basename(program));
    for (const folder of ["/.programs", "/proc", "/sys"]) mkdirSync(this.path(folder), { recursive: true });
    copyFileSync(program, this.path(name));
    const options = {
      env: { ...this.env, PATH: process.env.PATH },
      extendEnv: false,
      reject: false,
      all: true,
    } as const;
    const own = ["--mount", "--propagation=private", "sh", "-c", ENTER, this.path("/")];
    return execa("unshare", [...own, name, ...args], options);
  }

  remove(): void {
    rmSync(this.path("/"), { recursive: true });
  }
}
