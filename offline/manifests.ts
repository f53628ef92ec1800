import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";

import { dirname, join } from "node:path";
import { RunError } from "@pulumi/pulumi/errors.js";
import { stringify } from "yaml";
import type { DeclaredResource } from "./recorder.ts";
import { withoutSecrets } from "./redaction.ts";

/** Marker in a rendered folder: only a folder that carries it is ever emptied. */
const MARKER = ".slipway-rendered";

/** A Kubernetes object as YAML and the file it goes to. */
export interface Manifest {
  /**
   * `<namespace>/<kind>-<name>.yaml`; cluster-scoped objects under `_cluster`, which sorts first for `kubectl apply -R`.
   * Where there are several clusters, all below a folder with the cluster's name.
   */
  path: string;
  yaml: string;
}

/** The manifests of a stack: one for each Kubernetes object, keys sorted, secret values replaced. */
export function manifests(resources: DeclaredResource[]): Manifest[] {
  const objects = resources.filter(({ type }) => type.startsWith("kubernetes:"));
  const several = new Set(objects.map(({ provider }) => provider)).size > 1;
  return objects.map(({ name, provider = "", props }) => {
    const { kind, metadata } = props as { kind: string; metadata?: { name?: string; namespace?: string } };
    const path = join(
      several ? provider : "",
      metadata?.namespace ?? "_cluster",
      `${kind.toLowerCase()}-${metadata?.name ?? name}.yaml`,
    );
    return {
      path,
      yaml: stringify(withoutSecrets(props), { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false }),
    };
  });
}

/**
 * Writes manifests to a folder and removes what an earlier rendering left there.
 *
 * @throws RunError if the folder holds something else, which would be lost
 */
export function writeManifests(rendered: Manifest[], folder: string): void {
  emptyRendered(folder);
  for (const { path, yaml } of rendered) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, yaml);
  }
  writeFileSync(join(folder, MARKER), "");
}

function emptyRendered(folder: string): void {
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  if (entries.length > 0 && !entries.includes(MARKER)) {
    throw new RunError(`${folder}: holds files that were not rendered; give an empty or a new folder as OUT.`);
  }
  for (const entry of entries) rmSync(join(folder, entry), { recursive: true });
}
