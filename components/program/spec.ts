import { basename } from "node:path";
import { refuse } from "../refuse.ts";
import { nameProblems } from "../workload/names.ts";
import { portProblems } from "../workload/ports.ts";
import { effectiveResources, resourceProblems, type Resources } from "../workload/resources.ts";
import { scratch } from "../workload/volumes.ts";
import type { FolderArgs, ProgramArgs } from "./args.ts";

/** {@link ProgramArgs} that hold, with every default filled in: what the builders work on. */
export interface ProgramSpec extends Omit<ProgramArgs, keyof Effective>, Effective {}

interface Effective {
  name: string;
  kind: "Deployment" | "StatefulSet" | "DaemonSet";
  /** Number of pods; of a DaemonSet, one for what is to be decided by it. */
  replicas: number;
  folders: FolderArgs[];
  volumes: NonNullable<ProgramArgs["volumes"]>;
  rules: NonNullable<ProgramArgs["rules"]>;
  resources: Resources;
  grace: number;
}

/**
 * Checks the arguments of a program and fills in what they leave out.
 *
 * @param component name of the component, which the Kubernetes name follows unless it is given
 * @throws RunError with everything that does not hold
 */
export function programSpec(component: string, args: ProgramArgs): ProgramSpec {
  const volumes = args.volumes ?? [];
  const temporary = volumes.map(({ name, mountPath, emptyDir }) => ({ name, mountPath, emptyDir }));
  const spec: ProgramSpec = {
    ...args,
    name: args.name ?? component,
    kind: args.kind ?? "Deployment",
    replicas: args.replicas ?? 1,
    folders: args.folders ?? [],
    volumes,
    rules: args.rules ?? [],
    resources: effectiveResources({ resources: args.resources }, scratch(temporary)),
    grace: args.grace ?? 30,
  };
  refuse(`program ${spec.name}`, [
    ...nameProblems({ name: spec.name, volumes }),
    ...portProblems(Object.fromEntries(spec.ports.map(({ name, port }) => [name, port]))),
    ...resourceProblems(spec.resources, "resources"),
    ...volumeProblems(spec),
    ...folderProblems(spec),
  ]);
  return spec;
}

function volumeProblems({ kind, volumes }: ProgramSpec): string[] {
  return volumes.flatMap(({ name, emptyDir, claim, hostPath }) => {
    const sources = [emptyDir, claim, hostPath].filter((source) => source !== undefined).length;
    return [
      ...(sources === 1
        ? []
        : [`volumes.${name}: needs exactly one of emptyDir, claim and hostPath; it has ${sources}.`]),
      ...(claim && kind !== "StatefulSet"
        ? [`volumes.${name}: a ${kind} has no storage for each pod; make it a StatefulSet.`]
        : []),
    ];
  });
}

function folderProblems({ folders }: ProgramSpec): string[] {
  const names = folders.map(folderName);
  return folders
    .filter((folder, index) => names.indexOf(folderName(folder)) < index)
    .map((folder) => `folders: two end in ${folderName(folder)}; the last part of a mountPath must tell them apart.`);
}

/** What tells the ConfigMaps of a program apart. */
export function folderName({ mountPath }: Pick<FolderArgs, "mountPath">): string {
  return basename(mountPath);
}
