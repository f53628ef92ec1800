import { execa } from "execa";

/** kubectl, as a person at a terminal would use it. */
export async function kubectl(...args: string[]): Promise<string> {
  return (await execa("kubectl", args)).stdout;
}

/** As much of a pod as is read here. */
export interface Pod {
  metadata: { name: string; uid: string; deletionTimestamp?: string };
  status: {
    podIP?: string;
    containerStatuses?: { name: string; containerID?: string; ready: boolean; restartCount: number }[];
  };
}

/** The pods of a program or service that are not on their way out. */
export async function pods(namespace: string, name: string): Promise<Pod[]> {
  const list = await kubectl("-n", namespace, "get", "pods", "-l", `app.kubernetes.io/name=${name}`, "-o", "json");
  return (JSON.parse(list) as { items: Pod[] }).items.filter(({ metadata }) => !metadata.deletionTimestamp);
}

/** The one pod of a program or service. */
export async function pod(namespace: string, name: string): Promise<Pod> {
  const [only, ...others] = await pods(namespace, name);
  if (!only || others.length > 0) throw new Error(`${namespace}/${name}: ${others.length + (only ? 1 : 0)} pods`);
  return only;
}

/** Where a Service is reached from this machine, which knows the cluster's addresses but not its names. */
export async function address(namespace: string, service: string, port: number): Promise<string> {
  const ip = await kubectl("-n", namespace, "get", "service", service, "-o", "jsonpath={.spec.clusterIP}");
  return `http://${ip}:${port}`;
}

/** Asks by HTTP for JSON; undefined where there is none (404). */
export async function json<T>(url: string, init: RequestInit = {}): Promise<T | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000), ...init });
  if (response.status === 404) return undefined;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} of ${url}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}
