import type { Cluster } from "../cluster.ts";
import { condition, list, text, title } from "../objects.ts";
import type { KubernetesObject } from "../objects.ts";
import { isPodReady } from "./pods.ts";
import type { Related } from "./verdict.ts";

/** Something that keeps an object from becoming ready. */
export interface Problem {
  /** Stays the same while the message changes (counts, times). */
  key: string;
  message: string;
  /** Normal while a pod starts: told only when the wait has failed. */
  usual?: boolean;
}

/** @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ContainerStatus */
interface ContainerStatus {
  name: string;
  state?: { waiting?: { reason?: string; message?: string }; terminated?: Terminated };
  lastState?: { terminated?: Terminated };
}
interface Terminated {
  exitCode?: number;
  reason?: string;
  message?: string;
}

/** Reasons for which a container waits while everything goes well. */
const STARTING = new Set(["ContainerCreating", "PodInitializing"]);

/** Reasons of events that are worth a person's eye, and whether they are usual while a pod starts. */
const TELLING_EVENTS: Readonly<Record<string, { usual: boolean }>> = {
  FailedMount: { usual: false },
  FailedAttachVolume: { usual: false },
  FailedCreate: { usual: false },
  FailedCreatePodSandBox: { usual: false },
  ProvisioningFailed: { usual: false },
  Evicted: { usual: false },
  Unhealthy: { usual: true },
};

/** What the pods themselves and the events around them say is wrong. Pods that are ready have no problems. */
export function problemsOf({ pods = [], owners = [] }: Related, events: readonly KubernetesObject[]): Problem[] {
  const unready = pods.filter((pod) => !isPodReady(pod));
  const watched = new Map([...unready, ...owners].map((object) => [object.metadata.uid, object]));
  const ofEvents = events.flatMap((event): Problem[] => {
    const subject = watched.get(text(event, "involvedObject", "uid"));
    const reason = text(event, "reason");
    const telling = TELLING_EVENTS[reason];
    if (!subject || !telling) return [];
    const message = `${title(subject)}: [${reason}] ${text(event, "message")}`;
    return [{ key: `${subject.metadata.uid ?? ""}/${reason}`, message, usual: telling.usual }];
  });
  const latest = new Map([...unready.flatMap(ofPod), ...ofEvents].map((problem) => [problem.key, problem]));
  return [...latest.values()];
}

function ofPod(pod: KubernetesObject): Problem[] {
  const uid = pod.metadata.uid ?? "";
  const problems = containersOf(pod).flatMap((container): Problem[] => {
    const message = troubleOf(container);
    return message
      ? [{ key: `${uid}/${container.name}`, message: `${title(pod)}: container ${container.name}: ${message}` }]
      : [];
  });
  const scheduled = condition(pod, "PodScheduled");
  if (scheduled?.status === "False") {
    problems.push({
      key: `${uid}/scheduled`,
      message: `${title(pod)}: [${scheduled.reason ?? "Unscheduled"}] ${scheduled.message ?? ""}`,
    });
  }
  if (text(pod, "status", "phase") === "Failed") {
    problems.push({
      key: `${uid}/failed`,
      message:
        `${title(pod)}: [${text(pod, "status", "reason") || "Failed"}] ${text(pod, "status", "message")}`.trimEnd(),
    });
  }
  return problems;
}

function containersOf(pod: KubernetesObject): ContainerStatus[] {
  return ["initContainerStatuses", "containerStatuses"].flatMap((field) => list<ContainerStatus>(pod, "status", field));
}

function troubleOf({ state = {}, lastState = {} }: ContainerStatus): string | undefined {
  const { waiting, terminated } = state;
  if (waiting && !STARTING.has(waiting.reason ?? "")) {
    const before = lastState.terminated ? `; it ${exitOf(lastState.terminated)}` : "";
    return `[${waiting.reason ?? "Waiting"}] ${waiting.message ?? ""}`.trimEnd() + before;
  }
  return terminated && terminated.exitCode !== 0 ? `it ${exitOf(terminated)}` : undefined;
}

function exitOf({ exitCode = 0, reason = "Error", message }: Terminated): string {
  return `exited with ${exitCode} [${reason}]${message ? ` ${message.trim()}` : ""}`;
}

/** Events stay for an hour; those of an earlier rollout say nothing of this one. In milliseconds. */
const RECENT = 5 * 60_000;

/** The recent warnings among a namespace's events. */
export async function warningEvents(cluster: Cluster, namespace: string | undefined): Promise<KubernetesObject[]> {
  const warnings = await cluster.list({ apiVersion: "v1", kind: "Event" }, namespace, {
    fieldSelector: "type=Warning",
  });
  return warnings.filter((event) => Date.now() - lastSeen(event) < RECENT);
}

function lastSeen(event: KubernetesObject): number {
  const times = [text(event, "series", "lastObservedTime"), text(event, "lastTimestamp"), text(event, "eventTime")];
  return Date.parse(times.find((time) => time !== "") ?? event.metadata.creationTimestamp ?? "");
}
