import { execa } from "execa";
import { RunError } from "@pulumi/pulumi/errors.js";

/** A stack of a benchmark, with its program and its settings. */
export interface Project {
  stack: string;
  /** Folder of the program. */
  program: string;
  /** Folder with a `Pulumi.yaml` of the same name and the stack's file, to which the engine adds its salt. */
  settings: string;
  /** Environment of the engine; what is undefined is taken out of it. */
  env: Record<string, string | undefined>;
}

export async function init(project: Project): Promise<void> {
  await pulumi(project, ["stack", "init", project.stack, "--no-select"], project.settings);
}

export async function up(project: Project): Promise<void> {
  await pulumi(project, ["up", "--yes", "--skip-preview", ...stackOf(project)]);
}

/**
 * What is measured. A preview that finds something to change is a failure: then it is not the one that people wait for
 * all day, and the contenders have done different work.
 */
export async function preview(project: Project, ...options: string[]): Promise<void> {
  await pulumi(project, ["preview", "--expect-no-changes", ...stackOf(project), ...options]);
}

export async function destroy(project: Project): Promise<void> {
  await pulumi(project, ["destroy", "--yes", "--skip-preview", ...stackOf(project)]);
}

/** Name of each service and task → the image that it runs. */
export async function images(project: Project): Promise<Record<string, string>> {
  const { deployment } = JSON.parse(await pulumi(project, ["stack", "export", "--stack", project.stack])) as Export;
  return Object.fromEntries(
    deployment.resources.flatMap(({ type, inputs }) =>
      RUNS_IMAGES.includes(type) && inputs
        ? [[inputs.metadata.name, podOf(inputs.spec).containers[0]!.image] as const]
        : [],
    ),
  );
}

const RUNS_IMAGES = ["kubernetes:apps/v1:Deployment", "kubernetes:batch/v1:CronJob"];

function podOf({ jobTemplate, template }: WorkloadSpec): Pod {
  return jobTemplate ? podOf(jobTemplate.spec) : template!.spec;
}

interface Pod {
  containers: { image: string }[];
}

interface WorkloadSpec {
  template?: { spec: Pod };
  jobTemplate?: { spec: WorkloadSpec };
}

interface Export {
  deployment: { resources: { type: string; inputs?: { metadata: { name: string }; spec: WorkloadSpec } }[] };
}

function stackOf({ stack, settings }: Project): string[] {
  return ["--stack", stack, "--config-file", `${settings}/Pulumi.${stack}.yaml`];
}

/** @throws RunError with what the engine printed */
async function pulumi({ program, env }: Project, args: string[], cwd = program): Promise<string> {
  const options = ["--non-interactive", "--color", "never"];
  const { exitCode, stdout, all } = await execa("pulumi", [...args, ...options], {
    cwd,
    env,
    stdin: "ignore",
    reject: false,
    all: true,
  });
  if (exitCode !== 0) throw new RunError(`pulumi ${args.join(" ")} failed in ${cwd}:\n${all}`);
  return stdout;
}
