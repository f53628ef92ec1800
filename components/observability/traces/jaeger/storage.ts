import type { SecretReference } from "../../../configuration/index.ts";
import type { OpeningArgs } from "../../../network/index.ts";
import type { ProgramResourceArgs, ProgramVolumeArgs } from "../../../program/index.ts";
import { openingTo } from "../../address.ts";
import type { TracesArgs } from "../args.ts";
import { goDuration } from "../../duration.ts";
import type { BadgerArgs, ElasticsearchArgs, MemoryArgs } from "./args.ts";

/** What a storage asks of Jaeger's pods. */
export interface Storage {
  /** Its name in `SPAN_STORAGE_TYPE`. */
  type: string;
  args: string[];
  resources: ProgramResourceArgs;
  volumes?: ProgramVolumeArgs[];
  secretReferences?: SecretReference[];
  to?: OpeningArgs[];
}

/** Of `elasticsearch` the arguments must be there. */
export function storageOf({ storage, memory = {}, badger = {}, elasticsearch }: TracesArgs): Storage {
  if (storage === "elasticsearch" && elasticsearch) return elsewhere(elasticsearch);
  return storage === "badger" ? inFiles(badger) : inMemory(memory);
}

/** Measured: 4.5 KiB a span. A trace is taken to have five of them, and Jaeger to need 64 MiB besides. */
function inMemory({ maxTraces = 10_000 }: MemoryArgs): Storage {
  return {
    type: "memory",
    args: [`--memory.max-traces=${maxTraces}`],
    resources: resources(memoryFor(maxTraces)),
  };
}

/** Measured: 350 MiB at 5000 spans a second, and half a KiB of disk for each. */
function inFiles({ ttl = "72h", claim, sizeLimit = "2Gi" }: BadgerArgs): Storage {
  const data = { name: "data", mountPath: "/badger" };
  return {
    type: "badger",
    args: [
      "--badger.ephemeral=false",
      "--badger.directory-key=/badger/key",
      "--badger.directory-value=/badger/value",
      `--badger.span-store-ttl=${goDuration(ttl)}`,
    ],
    resources: resources({ request: "256Mi", limit: "512Mi" }),
    volumes: [claim ? { ...data, claim } : { ...data, emptyDir: { sizeLimit } }],
  };
}

/** Jaeger reads every option from a variable too: `ES_PASSWORD_FILE` is `--es.password-file`. */
function elsewhere(args: ElasticsearchArgs): Storage {
  const { url, indexPrefix, maxSpanAge = "72h", shards, copies, credentials, authority } = args;
  return {
    type: "elasticsearch",
    args: [
      `--es.server-urls=${url}`,
      `--es.max-span-age=${goDuration(maxSpanAge)}`,
      ...(indexPrefix === undefined ? [] : [`--es.index-prefix=${indexPrefix}`]),
      ...(shards === undefined ? [] : [`--es.num-shards=${shards}`]),
      ...(copies === undefined ? [] : [`--es.num-replicas=${copies}`]),
      ...(authority ? ["--es.tls.enabled=true", "--es.tls.ca=/run/secrets/jaeger/ES_AUTHORITY"] : []),
    ],
    resources: resources({ request: "64Mi", limit: "256Mi" }),
    secretReferences: [
      ...(credentials
        ? [
            reference("ES_USERNAME", "env", credentials.secret, credentials.usernameKey ?? "username"),
            reference("ES_PASSWORD", "file", credentials.secret, credentials.passwordKey ?? "password"),
          ]
        : []),
      ...(authority ? [reference("ES_AUTHORITY", "file", authority.secret, authority.key ?? "ca.crt")] : []),
    ],
    to: [openingTo(url, args)],
  };
}

function reference(
  name: string,
  as: SecretReference["as"],
  secret: SecretReference["secret"],
  key: SecretReference["key"],
): SecretReference {
  return { name, as, secret, key };
}

function resources(memory: ProgramResourceArgs["memory"]): ProgramResourceArgs {
  return { cpu: { request: "20m", limit: "500m" }, memory };
}

/** A quarter is promised: nodes that promise less kill when all that is promised is wanted. */
function memoryFor(maxTraces: number): { request: string; limit: string } {
  const limit = 64 + Math.ceil(maxTraces / 40);
  return { request: `${Math.ceil(limit / 4)}Mi`, limit: `${limit}Mi` };
}
