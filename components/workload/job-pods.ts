import type { Input } from "@pulumi/pulumi";
import type { core } from "@pulumi/kubernetes/types/input.js";
import { environmentVariables, imagePullPolicy } from "./containers.ts";
import { recommendedLabels } from "./labels.ts";
import type { PodAdditions } from "./pods.ts";
import { goRuntime, resourceRequirements, type Resources } from "./resources.ts";
import { containerSecurity, podSecurity } from "./security.ts";
import { ownMounts, podVolumes, volumeMounts, type VolumeArgs } from "./volumes.ts";

/** What runs to its end: a task, or the migration of a service. */
export interface JobPod {
  /** Name of the container, the account and the labels. */
  name: string;
  component: "task" | "migration";
  image: Input<string>;
  command?: Input<string>[];
  args?: Input<string>[];
  env: Record<string, Input<string>>;
  resources: Resources;
  volumes: VolumeArgs[];
  priorityClass?: Input<string>;
  /** Whether it may call the API server. */
  token: boolean;
}

/**
 * The pod of a job: as secure as a service's, without ports and probes. A container that fails is not started again in
 * place, so that each attempt has its pod with its log, and the job's policy decides about the next.
 */
export function jobPodTemplate(pod: JobPod, additions: PodAdditions = {}): core.v1.PodTemplateSpec {
  const { name, component, volumes, priorityClass, token } = pod;
  const sources = [...podVolumes(volumes, () => undefined), ...(additions.volumes ?? [])];
  return {
    metadata: {
      labels: recommendedLabels(name, component),
      ...(additions.annotations && { annotations: additions.annotations }),
    },
    spec: {
      restartPolicy: "Never",
      serviceAccountName: name,
      automountServiceAccountToken: token,
      enableServiceLinks: false,
      securityContext: podSecurity,
      ...(priorityClass !== undefined && { priorityClassName: priorityClass }),
      containers: [container(pod, additions)],
      ...(sources.length > 0 && { volumes: sources }),
    },
  };
}

function container(pod: JobPod, additions: PodAdditions): core.v1.Container {
  const { name, image, command, args, env, resources, volumes } = pod;
  const own = environmentVariables({ ...goRuntime(resources), OTEL_SERVICE_NAME: name, ...env });
  const added = (additions.env ?? []).filter((variable) => !own.some((mine) => mine.name === variable.name));
  const mounts = [...volumeMounts(ownMounts(volumes), volumes), ...(additions.mounts ?? [])];
  return {
    name,
    image,
    imagePullPolicy,
    ...(command && { command }),
    ...(args && { args }),
    env: [...own, ...added],
    ...(additions.envFrom && { envFrom: additions.envFrom }),
    resources: resourceRequirements(resources),
    securityContext: containerSecurity,
    ...(mounts.length > 0 && { volumeMounts: mounts }),
  };
}
