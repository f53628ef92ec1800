import { execa } from "execa";
import { hostProblems } from "../lab/host/index.ts";
import type { ToolGroup } from "../lab/tools/catalog.ts";
import { locateTools } from "../lab/tools/paths.ts";
import { engineEnvironment } from "./environment.ts";
import type { Target, TargetCluster } from "./target.ts";

/** One thing that a run needs: how it is, and the command that mends it when it is not well. */
export interface Finding {
  subject: string;
  state: string;
  fix?: string;
}

/** Examines what `up` of a stack needs, and changes nothing. */
export async function examine(chosen: Target): Promise<Finding[]> {
  const { stack, onLab, clusters } = chosen;
  const env = await engineEnvironment(chosen);
  return [
    { subject: "node", state: process.version },
    await tools("tools", ["cluster", "engine"], "make tools"),
    ...(chosen.watchedOnLab ? [await tools("monitoring", ["observability"], "make lab-images")] : []),
    ...(onLab ? await machine() : []),
    ...(await Promise.all(clusters.map((each) => cluster(each, env)))),
    { subject: "state", state: `${stack} in ${env.PULUMI_BACKEND_URL ?? "the backend of `pulumi login`"}` },
  ];
}

/** The findings as lines, and whether all is well. */
export function diagnosis(findings: Finding[]): { text: string; healthy: boolean } {
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  const lines = findings.map(
    ({ subject, state, fix }) =>
      `${fix ? "missing" : "ok     "}  ${subject.padEnd(width)}  ${state}${fix ? `. Fix: ${fix}` : ""}`,
  );
  return { text: `${lines.join("\n")}\n`, healthy: findings.every(({ fix }) => !fix) };
}

async function tools(subject: string, groups: ToolGroup[], fix: string): Promise<Finding> {
  const { missing, cached } = await locateTools(groups);
  if (missing.length === 0) return { subject, state: `${cached.length} built` };
  return { subject, state: `not built yet: ${missing.map(({ name }) => name).join(", ")}`, fix };
}

async function machine(): Promise<Finding[]> {
  const problems = await hostProblems();
  if (problems.length === 0) return [{ subject: "machine", state: "can run the lab" }];
  return problems.map(({ what, fix }) => ({ subject: "machine", state: what, fix }));
}

async function cluster({ context, onLab }: TargetCluster, env: Record<string, string>): Promise<Finding> {
  const args = ["--context", context, "version", "--output", "json", "--request-timeout", "5s"];
  const { exitCode, stdout, stderr } = await execa("kubectl", args, { env, reject: false });
  if (exitCode === 0) {
    const { serverVersion } = JSON.parse(stdout) as { serverVersion: { gitVersion: string } };
    return { subject: "cluster", state: `${context}: Kubernetes ${serverVersion.gitVersion}` };
  }
  const reason = stderr?.trim().split("\n").at(-1) || "kubectl is not on the PATH";
  const fix = onLab ? "make lab-up" : `give the kubeconfig a context \`${context}\`, or the stack another one`;
  return { subject: "cluster", state: `${context} does not answer: ${reason}`, fix };
}
