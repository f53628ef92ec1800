/** The service that a dashboard is about. */
export interface Subject {
  name: string;
  namespace: string;
}

/** The service's series of requests. */
export function requestSelector({ name, namespace }: Subject): string {
  return `namespace="${namespace}",service="${name}"`;
}

/** What the service's own container exports, or others about it; a container is named as its service. */
export function containerSelector({ name, namespace }: Subject): string {
  return `namespace="${namespace}",container="${name}"`;
}

/** What OpenTelemetry knows of the service: its streams of logs, those of its sidecars among them, and metrics of its spans. */
export function telemetrySelector({ name, namespace }: Subject): string {
  return `k8s_namespace_name="${namespace}",service_name="${name}"`;
}

/** Tells services of one name in two namespaces apart. */
export function traceTags({ namespace }: Subject): string {
  return `k8s.namespace.name=${namespace}`;
}
