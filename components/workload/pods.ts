import type { core } from "@pulumi/kubernetes/types/input.js";
import type { ServiceSpec } from "./args.ts";
import { recommendedLabels, selectorLabels } from "./labels.ts";
import { probes } from "./probes.ts";
import { goRuntime, resourceRequirements } from "./resources.ts";
import { containerSecurity, podSecurity } from "./security.ts";
import { shutdown } from "./shutdown.ts";
import { topologySpread } from "./spread.ts";

/** The pods of a service. They have no service-account token: a service that needs the API server is another kind. */
export function podTemplate(name: string, spec: ServiceSpec): core.v1.PodTemplateSpec {
  return {
    metadata: { labels: recommendedLabels(name) },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      // The variables for every Service of the namespace are a leftover of Docker links, and they may clash with ours.
      enableServiceLinks: false,
      securityContext: podSecurity,
      terminationGracePeriodSeconds: shutdown.terminationGracePeriodSeconds,
      ...(spec.replicas > 1 && { topologySpreadConstraints: topologySpread(selectorLabels(name)) }),
      containers: [container(name, spec)],
    },
  };
}

function container(name: string, { image, port, metricsPort, profile, env }: ServiceSpec): core.v1.Container {
  return {
    name,
    image,
    imagePullPolicy: "IfNotPresent",
    ports: [
      { name: "http", containerPort: port },
      { name: "http-metrics", containerPort: metricsPort },
    ],
    env: environmentVariables({ ...goRuntime(profile), OTEL_SERVICE_NAME: name, ...env }),
    resources: resourceRequirements(profile),
    securityContext: containerSecurity,
    lifecycle: shutdown.lifecycle,
    ...probes("http"),
  };
}

/** Sorted, so that the order of keys in a stack file does not roll the pods. */
function environmentVariables(env: ServiceSpec["env"]): core.v1.EnvVar[] {
  return Object.entries(env)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
