import { createHash } from "node:crypto";
import { output, type CustomResourceOptions, type Input, type Resource } from "@pulumi/pulumi";
import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { core } from "@pulumi/kubernetes/types/input.js";
import { networkPolicySpec } from "../network/index.ts";
import { recommendedLabels } from "./labels.ts";
import type { PodAdditions } from "./pods.ts";
import type { ServiceSpec } from "./spec.ts";
import { jobSpec, type Attempts } from "./job.ts";
import { jobPodTemplate } from "./job-pods.ts";

/** What must succeed before the new version of a service is rolled out, such as a change of its database's schema. */
export interface MigrationArgs {
  /**
   * What runs in the service's image instead of its entry point.
   * @default - the image's
   */
  command?: Input<string>[];
  /**
   * Arguments.
   * @default - the image's
   */
  args?: Input<string>[];
  /**
   * How often a failed migration is tried again. Plain, because the wait is computed from it.
   * @default 1
   */
  backoffLimit?: number;
  /**
   * Seconds after which it is ended as failed, all attempts together.
   * @default 300
   */
  activeDeadlineSeconds?: number;
}

/** Seconds of the Job controller between the failure of a pod and the verdict. */
const VERDICT = 30;

export function migrationName(service: string): string {
  return `${service}-migration`;
}

/** The service's own pod, once: same image, variables, files, secrets and resources. Claimed storage stays with the service. */
export function migrationTemplate(
  spec: Pick<ServiceSpec, "name" | "image" | "env" | "resources" | "volumes" | "priorityClass">,
  { command, args }: MigrationArgs,
  additions?: PodAdditions,
): core.v1.PodTemplateSpec {
  const volumes = spec.volumes.filter(({ claim }) => !claim);
  const { image, env, resources, priorityClass } = spec;
  const name = migrationName(spec.name);
  const pod = { name, component: "migration", image, command, args, env, resources, volumes, priorityClass } as const;
  return jobPodTemplate({ ...pod, token: false }, additions);
}

/** The template of a Job never changes: another template is another Job, by its name. */
export function hashedName(name: string, template: unknown): string {
  return `${name}-${createHash("sha256").update(JSON.stringify(template)).digest("hex").slice(0, 10)}`;
}

interface Registration {
  /** Name of the service's component. */
  component: string;
  spec: ServiceSpec;
  /** What the service's pods mount and are told. */
  configuration: PodAdditions;
  options: CustomResourceOptions;
}

/**
 * Registers the migration of a service, whose rollout is to depend on it: Pulumi waits until it is complete, and ends the
 * update with the pod's reason when it fails, so that the old version serves on. It has no time to live: a Job that was
 * taken away by the cluster would come back with the next refresh, and run again.
 */
export function registerMigration(registration: Registration, migration: MigrationArgs): Resource {
  const { component, spec, configuration, options } = registration;
  const { backoffLimit = 1, activeDeadlineSeconds = 300 } = migration;
  const attempts = { backoffLimit, activeDeadlineSeconds };
  const name = migrationName(component);
  const own = migrationName(spec.name);
  const metadata = { name: own, namespace: spec.namespace, labels: recommendedLabels(own, "migration") };

  const account = new ServiceAccount(name, { metadata, automountServiceAccountToken: false }, options);
  const dependsOn: Resource[] = [account];
  if (spec.network) {
    const policy = networkPolicySpec({ name: own, ports: [] }, spec.network);
    dependsOn.push(new NetworkPolicy(name, { metadata, spec: policy }, options));
  }
  const template = migrationTemplate(spec, migration, configuration);
  const hashed = output(template).apply((known) => hashedName(own, known));
  return new Job(
    name,
    {
      metadata: { ...metadata, name: hashed, annotations: awaited(attempts) },
      spec: jobSpec(own, attempts, template),
    },
    // The Job of before is of no use any more, and a failed one stands in the way of its next attempt by its name.
    { ...options, dependsOn, deleteBeforeReplace: true },
  );
}

function awaited({ activeDeadlineSeconds }: Attempts): Record<string, string> {
  return {
    "pulumi.com/timeoutSeconds": `${activeDeadlineSeconds + VERDICT}`,
    // A failed Job stays failed: the next update makes it anew, or a passing trouble would need a new image.
    "pulumi.com/replaceUnready": "true",
  };
}
