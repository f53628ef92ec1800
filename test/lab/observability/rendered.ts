import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** As much of an object as is read here. */
export interface Manifest {
  kind: string;
  metadata: { name: string; namespace?: string };
  data?: Record<string, string>;
  spec?: { template?: { spec: PodSpec } };
}

export interface PodSpec {
  automountServiceAccountToken?: boolean;
  containers: {
    name: string;
    image: string;
    args?: string[];
    env?: { name: string; value?: string }[];
    volumeMounts?: { name: string; mountPath: string }[];
  }[];
  volumes?: { name: string; configMap?: { name: string }; projected?: { sources: { secret: SecretSource }[] } }[];
}

interface SecretSource {
  items: { path: string }[];
}

/** Everything that a stack of a checkout deploys, without a cluster. */
export function rendered(folder: string, stack: string, out: string): Manifest[] {
  execFileSync(process.execPath, ["offline/main.ts", "render", "--stack", stack, "--out", out], { cwd: folder });
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => parse(readFileSync(join(out, file), "utf8")) as Manifest);
}
