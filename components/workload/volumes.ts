import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";
import { bytes } from "../quantity.ts";
import type { ClaimArgs } from "./claims.ts";

/** A folder of the pods: exactly one of `configMap`, `secret`, `emptyDir` and `claim` says what is in it. */
export interface VolumeArgs {
  /** Name of the volume, unique in the service. */
  name: string;
  /** Where the service's own container sees it. */
  mountPath: string;
  /**
   * Whether it can only be read.
   * @default - true for configMap and secret
   */
  readOnly?: boolean;
  /** Name of a ConfigMap whose keys are the files. A change of it reaches running pods, and restarts none. */
  configMap?: Input<string>;
  /** Name of a Secret whose keys are the files, readable by the service alone. */
  secret?: Input<string>;
  /** An empty folder that goes with the pod. */
  emptyDir?: EmptyDirArgs;
  /** Storage that outlives the pods. */
  claim?: ClaimArgs;
}

/** A temporary folder. */
export interface EmptyDirArgs {
  /** The kubelet evicts a pod that writes more, such as `64Mi`. Plain, because it counts as storage of the container. */
  sizeLimit: string;
}

/** A volume as a container beside the service's own sees it. */
export interface MountArgs {
  /** Name of one of the service's volumes. */
  volume: string;
  /** Where the container sees it. */
  mountPath: string;
  /**
   * Whether it can only be read.
   * @default - true for configMap and secret
   */
  readOnly?: boolean;
}

/** Secret files belong to root and the pod's group: nobody else on the node reads them. */
const SECRET_MODE = 0o440;

/** Sources of the pods' volumes. The claims of a StatefulSet are its own templates, and no volumes of the pods. */
export function podVolumes(volumes: readonly VolumeArgs[], claimed: (volume: string) => Input<string> | undefined) {
  return volumes.flatMap(({ name, configMap, secret, emptyDir, claim }): core.v1.Volume[] => {
    if (configMap !== undefined) return [{ name, configMap: { name: configMap } }];
    if (secret !== undefined) return [{ name, secret: { secretName: secret, defaultMode: SECRET_MODE } }];
    if (emptyDir) return [{ name, emptyDir: { sizeLimit: emptyDir.sizeLimit } }];
    const claimName = claim && claimed(name);
    return claimName === undefined ? [] : [{ name, persistentVolumeClaim: { claimName } }];
  });
}

/** What the service's own container mounts. */
export function ownMounts(volumes: readonly VolumeArgs[]): MountArgs[] {
  return volumes.map(({ name, ...mount }) => ({ volume: name, ...mount }));
}

export function volumeMounts(mounts: readonly MountArgs[], volumes: readonly VolumeArgs[]): core.v1.VolumeMount[] {
  const fixed = new Set(
    volumes.filter(({ configMap, secret }) => (configMap ?? secret) !== undefined).map(({ name }) => name),
  );
  return mounts.map(({ volume, mountPath, readOnly = fixed.has(volume) }) => ({
    name: volume,
    mountPath,
    // The API server forgets a false one, and Pulumi would take that for a change.
    ...(readOnly && { readOnly }),
  }));
}

/** Bytes of the temporary volumes. */
export function scratch(volumes: readonly VolumeArgs[]): number {
  return volumes.reduce((sum, { emptyDir }) => sum + (emptyDir ? bytes(emptyDir.sizeLimit) : 0), 0);
}

/** A volume is one thing, under one name, at one place. */
export function volumeProblems(volumes: readonly VolumeArgs[]): string[] {
  return volumes.flatMap(({ name, mountPath, configMap, secret, emptyDir, claim }, index) => {
    const sources = [configMap, secret, emptyDir, claim].filter((source) => source !== undefined).length;
    const before = volumes.slice(0, index);
    return [
      ...(sources === 1
        ? []
        : [`volumes.${name}: needs exactly one of configMap, secret, emptyDir and claim; it has ${sources}.`]),
      ...(before.some((other) => other.name === name) ? [`volumes.${name}: the name is taken; give it another.`] : []),
      ...(before.some((other) => other.mountPath === mountPath)
        ? [`volumes.${name}: another volume is mounted at ${mountPath}; mount it elsewhere.`]
        : []),
    ];
  });
}

export function mountProblems(mounts: readonly MountArgs[], volumes: readonly VolumeArgs[]): string[] {
  return mounts
    .filter(({ volume }) => !volumes.some(({ name }) => name === volume))
    .map(({ volume }) => `mounts: ${volume} is none of the service's volumes; add it under volumes.`);
}
