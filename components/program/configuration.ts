import type { ComponentResourceOptions, Input } from "@pulumi/pulumi";
import type { ServiceAccount } from "@pulumi/kubernetes/core/v1/index.js";
import { HashedConfig, registerConfiguration } from "../configuration/index.ts";
import type { PodAdditions } from "./pods.ts";
import { folderName, type ProgramSpec } from "./spec.ts";

/** The program whose configuration is registered. */
interface Configured {
  component: string;
  metadata: { name: string; namespace: Input<string>; labels: Record<string, string> };
  /** Its identity, with whose end all contents are collected. */
  account: ServiceAccount;
  options: ComponentResourceOptions;
}

/** Registers folders and secrets of a program: what its pods mount and are told. */
export function registerFolders(to: Configured, spec: ProgramSpec): PodAdditions {
  const { secrets, secretReferences } = spec;
  const hidden = registerConfiguration(to, { secrets, secretReferences });
  const owner = { apiVersion: "v1", kind: "ServiceAccount", name: spec.name, uid: to.account.metadata.uid };
  const folders = spec.folders.map(({ mountPath, files }) => {
    const suffix = folderName({ mountPath });
    const args = { ...to.metadata, name: `${spec.name}-${suffix}`, files, owner };
    const { configMap } = new HashedConfig(`${to.component}-${suffix}`, args, to.options);
    return { name: `config-${suffix}`, mountPath, configMap };
  });
  return {
    volumes: [...folders.map(({ name, configMap }) => ({ name, configMap: { name: configMap } })), ...hidden.volumes],
    mounts: [...folders.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })), ...hidden.mounts],
    env: hidden.env,
  };
}
