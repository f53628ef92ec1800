import type { Stack } from "../stack.ts";
import type { Field } from "../values/field.ts";
import { and, not, or, some, type Truth } from "../values/truth.ts";
import { sameNamespace } from "./namespace.ts";
import type { KubernetesObject } from "./objects.ts";
import type { Pod } from "./pods.ts";

/** A place where a pod names a ConfigMap or Secret whose content it reads when it starts, and never again. */
interface Reading {
  readonly pod: Pod;
  readonly kind: "ConfigMap" | "Secret";
  readonly name: Field;
  /** Whether this is such a place. */
  readonly once: Truth;
}

const known = new WeakMap<Stack, readonly Reading[]>();

/**
 * Whether a pod of the stack reads the object once: as variables, or as a file by subPath. What is mounted as a folder the
 * kubelet brings up to date.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically
 */
export function isReadOnce(stack: Stack, object: KubernetesObject): Truth {
  let readings = known.get(stack);
  if (!readings) known.set(stack, (readings = stack.pods.flatMap(readingsOf)));
  const own = object.fields.at("metadata", "name");
  return some(readings, ({ pod, kind, name, once }) => {
    if (kind !== object.kind) return false;
    const isNamed = own.unknown || name.unknown ? "unknown" : own.text !== undefined && own.text === name.text;
    return and(once, isNamed, sameNamespace(object, pod.object));
  });
}

function readingsOf(pod: Pod): Reading[] {
  const variables = pod.containers.flatMap(({ spec }) => [
    ...spec
      .at("env")
      .items()
      .flatMap((each) =>
        pair(each.at("valueFrom", "configMapKeyRef", "name"), each.at("valueFrom", "secretKeyRef", "name")),
      ),
    ...spec
      .at("envFrom")
      .items()
      .flatMap((each) => pair(each.at("configMapRef", "name"), each.at("secretRef", "name"))),
  ]);
  const files = pod.spec
    .at("volumes")
    .items()
    .flatMap((volume) => {
      const once = isMountedBySubPath(pod, volume.at("name"));
      const sources = [volume, ...volume.at("projected", "sources").items()];
      return sources
        .flatMap((source) => [
          ...pair(source.at("configMap", "name"), source.at("secret", "secretName")),
          ...pair(undefined, source.at("secret", "name")),
        ])
        .map((reading) => ({ ...reading, once }));
    });
  return [...variables.map((reading) => ({ ...reading, once: true })), ...files]
    .filter(({ name }) => name.absent !== true)
    .map((reading) => ({ pod, ...reading }));
}

function pair(configMap: Field | undefined, secret: Field): Pick<Reading, "kind" | "name">[] {
  const ofSecret = { kind: "Secret" as const, name: secret };
  return configMap ? [{ kind: "ConfigMap", name: configMap }, ofSecret] : [ofSecret];
}

function isMountedBySubPath({ containers }: Pod, volume: Field): Truth {
  const mounts = containers.flatMap(({ spec }) => spec.at("volumeMounts").items());
  return some(mounts, (mount) => {
    const name = mount.at("name");
    const isThis = name.unknown || volume.unknown ? "unknown" : name.text === volume.text;
    return and(isThis, or(not(mount.at("subPath").absent), not(mount.at("subPathExpr").absent)));
  });
}
