import { all, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { ConfigMap, type ServiceAccount } from "@pulumi/kubernetes/core/v1/index.js";
import type { core } from "@pulumi/kubernetes/types/input.js";
import type { ConfigurationArgs } from "./args.ts";
import { centreVariables } from "./centre.ts";
import { HashedConfig } from "./hashed-config.ts";
import { HashedSecret } from "./hashed-secret.ts";
import { configMounts, secretMounts, type Mounts, type SecretReference } from "./mounts.ts";

/** The service for which configuration is registered. */
export interface Configured {
  /** Name of the component, by which its children are named. */
  component: string;
  /** Kubernetes name, namespace and labels of the service. */
  metadata: { name: string; namespace: Input<string>; labels: Record<string, string> };
  /** Its identity, which is there before its configuration and as long as the service, and so owns old contents. */
  account: ServiceAccount;
  options: ComponentResourceOptions;
}

/**
 * Registers what a service's configuration needs in the cluster, and nothing where it has none.
 *
 * @returns what its pods mount and are told
 */
export function registerConfiguration(to: Configured, args: ConfigurationArgs): Mounts {
  const config = configMounts(to.metadata.name, [...hashedFiles(to, args), ...dynamicFiles(to, args)]);
  const secrets = secretMounts(to.metadata.name, [...keptSecrets(to, args), ...(args.secretReferences ?? [])]);
  return {
    volumes: [...config.volumes, ...secrets.volumes],
    mounts: [...config.mounts, ...secrets.mounts],
    env: byName([...(args.configCentre ? centreVariables(args.configCentre) : []), ...secrets.env]),
  };
}

function hashedFiles(to: Configured, { files = {} }: ConfigurationArgs): Output<string>[] {
  if (Object.keys(files).length === 0) return [];
  return [new HashedConfig(`${to.component}-config`, { ...owned(to, "config"), files }, to.options).configMap];
}

/** One fixed name: the kubelet brings a change of the object to the pods that mount it, and nothing is rolled. */
function dynamicFiles(to: Configured, { dynamicFiles: data = {} }: ConfigurationArgs): Output<string>[] {
  if (Object.keys(data).length === 0) return [];
  const name = `${to.metadata.name}-dynamic`;
  const map = new ConfigMap(`${to.component}-dynamic`, { metadata: { ...to.metadata, name }, data }, to.options);
  return [all([name, map.urn]).apply(([known]) => known)];
}

function keptSecrets(to: Configured, { secrets = [] }: ConfigurationArgs): SecretReference[] {
  if (secrets.length === 0) return [];
  const values = Object.fromEntries(secrets.map(({ name, value }) => [name, value]));
  const kept = new HashedSecret(`${to.component}-secrets`, { ...owned(to, "secrets"), values }, to.options);
  return secrets.map(({ name, as = "file" }) => ({ name, as, secret: kept.secret, key: name }));
}

/** The arguments by which a content gets the service's name and its end. */
function owned({ metadata, account }: Configured, suffix: string) {
  const owner = { apiVersion: "v1", kind: "ServiceAccount", name: metadata.name, uid: account.metadata.uid };
  return { ...metadata, name: `${metadata.name}-${suffix}`, owner };
}

/** Sorted, so that the order in a stack file does not roll the pods. */
function byName(variables: core.v1.EnvVar[]): core.v1.EnvVar[] {
  return variables.sort((a, b) => ((a.name as string) < (b.name as string) ? -1 : 1));
}
