import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execaSync } from "execa";
import { parse } from "yaml";
import { goProgram, moduleFolder } from "./modules.ts";

const EVALUATOR = join(import.meta.dirname, "evaluator");

/** A pod as the API server takes it. */
export interface PodObject {
  readonly metadata?: Record<string, unknown>;
  readonly spec: Record<string, unknown>;
}

/** What Pod Security admission itself says about a pod. */
export interface AdmissionVerdict {
  /** Ids of the checks that forbid it. */
  readonly forbidden: readonly string[];
  /** Levels at which it is refused. */
  readonly refused: readonly string[];
  /** Why the API server would not even read it. */
  readonly malformed?: string;
}

/** Puts pods to the real thing, compiled from its Go module. */
export function admit(pods: readonly PodObject[]): AdmissionVerdict[] {
  const input = pods.map((pod) => JSON.stringify(pod)).join("\n");
  const { stdout } = execaSync(goProgram(EVALUATOR), { input, maxBuffer: 1 << 30 });
  return stdout.split("\n").map((line) => JSON.parse(line) as AdmissionVerdict);
}

/** A pod out of the standard's own tests. */
export interface Fixture {
  readonly level: "baseline" | "restricted";
  /** Whether that level lets it in. */
  readonly passes: boolean;
  /** `privileged1`: the check that it is made for, in lower case, and a number. */
  readonly name: string;
  readonly pod: PodObject;
}

/** The pods with which the standard tests itself, in the newest version for which there are any. */
export function fixtures(): Fixture[] {
  const root = join(moduleFolder(EVALUATOR, "k8s.io/pod-security-admission"), "test", "testdata");
  return (["baseline", "restricted"] as const).flatMap((level) =>
    (["pass", "fail"] as const).flatMap((outcome) => {
      const folder = join(root, level, "v1.35", outcome);
      return readdirSync(folder).map((file) => ({
        level,
        passes: outcome === "pass",
        name: file.replace(/\.yaml$/, ""),
        pod: parse(readFileSync(join(folder, file), "utf8")) as PodObject,
      }));
    }),
  );
}
