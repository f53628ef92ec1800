import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";

/** Readable by everybody in the pod, writable by nobody. */
const CONFIG_MODE = 0o444;

/**
 * Readable by its owner. The kubelet gives the files to the pod's `fsGroup` and lets that read them too, so that a
 * process that is not root can.
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod
 */
const SECRET_MODE = 0o400;

/** What the pods of a service get to see of its configuration. */
export interface Mounts {
  volumes: core.v1.Volume[];
  mounts: core.v1.VolumeMount[];
  env: core.v1.EnvVar[];
}

/** A value in a Secret of the service's namespace, whoever put it there, and how the process is to get it. */
export interface SecretReference {
  /** Variable of the process, such as `DB_PASSWORD`; also the file's name. */
  name: string;
  /** As a file, whose path stands in `<name>_FILE`, or as the variable itself. */
  as: "file" | "env";
  /** Name of the Secret. */
  secret: Input<string>;
  /** Key in the Secret. */
  key: Input<string>;
}

/**
 * ConfigMaps as the files of one folder, `/etc/<service>`. One volume for all of them: the kubelet could not mount one
 * inside the other, which is read-only.
 */
export function configMounts(service: string, configMaps: Input<string>[]): Mounts {
  if (configMaps.length === 0) return { volumes: [], mounts: [], env: [] };
  const sources = configMaps.map((name) => ({ configMap: { name } }));
  return {
    volumes: [{ name: "configuration", projected: { defaultMode: CONFIG_MODE, sources } }],
    mounts: [{ name: "configuration", mountPath: `/etc/${service}`, readOnly: true }],
    env: [],
  };
}

/**
 * Secrets as files of `/run/secrets/<service>`, and as variables where a service asks for it: a variable is inherited by
 * every child process, and shows up in crash dumps and debug pages.
 */
export function secretMounts(service: string, references: SecretReference[]): Mounts {
  const folder = `/run/secrets/${service}`;
  const files = references.filter(({ as }) => as === "file");
  const sources = files.map(({ name, secret, key }) => ({ secret: { name: secret, items: [{ key, path: name }] } }));
  return {
    volumes: files.length > 0 ? [{ name: "secrets", projected: { defaultMode: SECRET_MODE, sources } }] : [],
    mounts: files.length > 0 ? [{ name: "secrets", mountPath: folder, readOnly: true }] : [],
    env: references.map(({ name, as, secret, key }) =>
      as === "file"
        ? { name: `${name}_FILE`, value: `${folder}/${name}` }
        : { name, valueFrom: { secretKeyRef: { name: secret, key } } },
    ),
  };
}
