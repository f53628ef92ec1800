import type { OpeningArgs, OpeningsArgs } from "../../../network/index.ts";
import type { ProgramArgs, ProgramVolumeArgs } from "../../../program/index.ts";
import { openingTo } from "../../address.ts";
import { AGENT } from "../agent/sources.ts";
import type { LogsArgs } from "../args.ts";
import type { S3Args } from "./args.ts";
import { lokiPorts } from "../ports.ts";
import { lokiFile } from "./config.ts";
import { POD_IP } from "./ring.ts";
import { FOLDER, isReplicated, LOKI, lokiSpec, type LokiSpec } from "./spec.ts";
import { bucketKeys } from "./storage.ts";

/** Seconds to write what is in memory to where it stays. */
const GRACE = 120;

/** Room for the log, the index and, without a bucket, the lines. */
const TEMPORARY = "5Gi";

/** Loki as a program, all of its parts in one process. */
export function lokiProgram(args: LogsArgs): ProgramArgs {
  const spec = lokiSpec(args);
  return {
    name: LOKI,
    namespace: spec.namespace,
    image: args.images.loki ?? "",
    kind: "StatefulSet",
    replicas: spec.replicas,
    args: ["-config.file=/etc/loki/loki.yaml", "-config.expand-env=true", "-target=all"],
    podFields: { [POD_IP]: "status.podIP" },
    folders: [{ mountPath: "/etc/loki", files: { "loki.yaml": lokiFile(spec) } }],
    secretReferences: bucketKeys(spec),
    ports: [
      // The first is that of the program's address.
      { name: "http-metrics", port: lokiPorts.http },
      { name: "grpc", port: lokiPorts.grpc, appProtocol: "kubernetes.io/h2c" },
      ...(isReplicated(spec) ? [{ name: "memberlist", port: lokiPorts.gossip, appProtocol: "tcp" }] : []),
    ],
    // The log of what had not become chunks is read first.
    probes: { readiness: { path: "/ready", port: lokiPorts.http }, startup: 600 },
    resources: spec.resources,
    volumes: [volume(spec), temporary],
    grace: GRACE,
    network: openings(args, spec),
  };
}

/** What is to be deleted is copied there before it is read: without it nothing ever goes. */
const temporary: ProgramVolumeArgs = { name: "tmp", mountPath: "/tmp", emptyDir: { sizeLimit: "256Mi" } };

function volume({ storage }: LokiSpec): ProgramVolumeArgs {
  const at = { name: "data", mountPath: FOLDER };
  return storage === undefined ? { ...at, emptyDir: { sizeLimit: TEMPORARY } } : { ...at, claim: { size: storage } };
}

function openings({ scrapedFrom, nodeNamespace }: LogsArgs, spec: LokiSpec): OpeningsArgs {
  const { namespace } = spec;
  const itself: OpeningArgs[] = isReplicated(spec)
    ? [{ pods: { name: LOKI, namespace }, ports: [lokiPorts.grpc, lokiPorts.gossip] }]
    : [];
  return {
    from: [
      { pods: { name: AGENT, namespace: nodeNamespace }, ports: [lokiPorts.http] },
      // Dashboards ask for lines at the port of the metrics.
      { namespace, ports: [lokiPorts.http] },
      ...(scrapedFrom === undefined || scrapedFrom === namespace
        ? []
        : [{ namespace: scrapedFrom, ports: [lokiPorts.http] }]),
      ...itself,
    ],
    to: [...itself, ...(spec.s3 ? [bucketOpening(spec.s3)] : [])],
  };
}

function bucketOpening({ endpoint = "https://s3.amazonaws.com", cidrs }: S3Args): OpeningArgs {
  return openingTo(endpoint, { cidrs });
}
