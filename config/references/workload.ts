import { z } from "zod";
import { environmentDefaults } from "../defaults.ts";
import { issue, misplacedKey, type Issue } from "./issue.ts";
import { anything, entries, text } from "./lenient.ts";

const count = z.number().optional().catch(undefined);
const volume = z.object({ name: text, claim: z.object({ accessMode: text }).optional().catch({}) }).partial();
const shape = {
  kind: text,
  replicas: count,
  autoscaling: z.object({ min: count, max: count }).optional().catch({}),
  antiAffinity: anything,
  updateStrategy: text,
  partition: anything,
  volumes: z.array(volume.catch({})).catch([]),
  claimRetention: z.object({ whenScaled: anything }).optional().catch({}),
};
type Workload = z.output<z.ZodObject<typeof shape>>;

/** A key that makes no sense beside another one. */
interface Combination {
  key: string[];
  given: (service: Workload) => boolean;
  says: string;
}

const is = (kind: string, service: Workload) => (service.kind ?? "Deployment") === kind;
const claims = ({ volumes }: Workload) => volumes.some(({ claim }) => claim !== undefined);

const combinations: Combination[] = [
  {
    key: ["replicas"],
    given: (service) => is("DaemonSet", service) && service.replicas !== undefined,
    says: "is not for a DaemonSet, which has a pod on each node",
  },
  {
    key: ["autoscaling"],
    given: (service) => is("DaemonSet", service) && service.autoscaling !== undefined,
    says: "is not for a DaemonSet, which has a pod on each node",
  },
  {
    key: ["antiAffinity"],
    given: (service) => is("DaemonSet", service) && service.antiAffinity !== undefined,
    says: "is not for a DaemonSet, which never has two pods on a node",
  },
  {
    key: ["replicas"],
    given: ({ kind, replicas, autoscaling }) =>
      kind !== "DaemonSet" && autoscaling !== undefined && replicas !== undefined,
    says: "stands beside `autoscaling`, which owns the number of pods by `min` and `max`",
  },
  {
    key: ["updateStrategy"],
    given: (service) => is("Deployment", service) && service.updateStrategy !== undefined,
    says: "is for a StatefulSet or a DaemonSet; a Deployment always rolls",
  },
  {
    key: ["partition"],
    given: (service) => !is("StatefulSet", service) && service.partition !== undefined,
    says: "is for a StatefulSet, whose pods are numbered",
  },
  {
    key: ["partition"],
    given: (service) =>
      is("StatefulSet", service) && service.updateStrategy === "OnDelete" && service.partition !== undefined,
    says: "is for updateStrategy `RollingUpdate`",
  },
  {
    key: ["claimRetention"],
    given: (service) => service.claimRetention !== undefined && !claims(service),
    says: "is for volumes with a claim, and there is none",
  },
  {
    key: ["claimRetention", "whenScaled"],
    given: (service) =>
      !is("StatefulSet", service) && claims(service) && service.claimRetention?.whenScaled !== undefined,
    says: "is for a StatefulSet, whose pods have a claim each",
  },
];

/** Keys of a service that say how its pods run, and that cannot stand together. */
export function workloadIssues(input: unknown): Issue[] {
  const silent = replicasOf((input as { environment?: unknown } | null)?.environment);
  return entries(input, "services", shape).flatMap((service, index) => {
    if (!service) return [];
    const path = ["services", index];
    return [
      ...combinations
        .filter(({ given }) => given(service))
        .map(({ key, says }) => misplacedKey([...path, ...key], says)),
      ...bounds(service, path),
      ...stuckClaims(service, path, silent),
    ];
  });
}

function replicasOf(environment: unknown): number {
  const known = typeof environment === "string" && Object.hasOwn(environmentDefaults, environment);
  return environmentDefaults[known ? (environment as keyof typeof environmentDefaults) : "dev"].replicas;
}

function bounds({ autoscaling: { min, max } = {} }: Workload, path: PropertyKey[]): Issue[] {
  if (min === undefined || max === undefined || min <= max) return [];
  return [issue([...path, "autoscaling", "max"], `${min} or more, which is \`min\``, min)];
}

/** Claims that not all pods of a service can mount: they would wait for ever. */
function stuckClaims(service: Workload, path: PropertyKey[], silent: number): Issue[] {
  const pods = service.autoscaling ? (service.autoscaling.max ?? 1) : (service.replicas ?? silent);
  const daemon = is("DaemonSet", service);
  if (!daemon && (pods < 2 || !is("Deployment", service))) return [];
  return service.volumes.flatMap(({ claim }, index) => {
    if (!claim) return [];
    const at = [...path, "volumes", index, "claim"];
    if (daemon) return [misplacedKey(at, "is not for a DaemonSet, whose pods run on different nodes")];
    if ((claim.accessMode ?? "ReadWriteOnce") !== "ReadWriteOnce") return [];
    const found = "ReadWriteOnce, which one pod mounts";
    const message = `\`ReadWriteMany\`, a StatefulSet or \`replicas: 1\`, for there may be ${pods} pods`;
    return [issue([...at, "accessMode"], message, "ReadWriteMany", found)];
  });
}
