import fc from "fast-check";
import type { PodObject } from "./admission.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

const ABSENT = undefined;

/** Values that a field is set to: what the standard allows, forbids, and what people confuse with either. */
const flag: readonly (Json | undefined)[] = [true, false, null, ABSENT];
const profile = [
  ...["RuntimeDefault", "Localhost", "Unconfined", "runtimedefault", "", null].map((type) => ({ type })),
  {},
  null,
  ABSENT,
];
const seLinuxOptions = [
  ...["container_t", "container_init_t", "container_kvm_t", "container_engine_t", "spc_t", "", null].map((type) => ({
    type,
  })),
  { user: "system_u" },
  { user: "" },
  { role: "r" },
  { role: "", level: "s0" },
  { type: "container_t", user: "system_u", role: "r" },
  {},
  null,
  ABSENT,
];
const users = [0, 1, 65534, -1, null, ABSENT];
const windowsOptions = [{ hostProcess: true }, { hostProcess: false }, { hostProcess: null }, {}, null, ABSENT];
const capabilities = [
  "ALL",
  "all",
  "NET_BIND_SERVICE",
  "CAP_NET_BIND_SERVICE",
  "NET_RAW",
  "CHOWN",
  "SYS_ADMIN",
  "",
  null,
];
const hosts = ["127.0.0.1", "metadata.internal", "", null, ABSENT];

const OF_POD: Readonly<Record<string, readonly (Json | undefined)[]>> = {
  hostNetwork: flag,
  hostPID: flag,
  hostIPC: flag,
  hostUsers: flag,
  os: [{ name: "linux" }, { name: "windows" }, { name: "Windows" }, {}, null, ABSENT],
  "securityContext.runAsNonRoot": flag,
  "securityContext.runAsUser": users,
  "securityContext.seccompProfile": profile,
  "securityContext.appArmorProfile": profile,
  "securityContext.seLinuxOptions": seLinuxOptions,
  "securityContext.windowsOptions": windowsOptions,
  securityContext: [{}, null, ABSENT],
};

const OF_CONTAINER: Readonly<Record<string, readonly (Json | undefined)[]>> = {
  "securityContext.privileged": flag,
  "securityContext.allowPrivilegeEscalation": flag,
  "securityContext.runAsNonRoot": flag,
  "securityContext.runAsUser": users,
  "securityContext.procMount": ["Default", "Unmasked", "default", "", null, ABSENT],
  "securityContext.seccompProfile": profile,
  "securityContext.appArmorProfile": profile,
  "securityContext.seLinuxOptions": seLinuxOptions,
  "securityContext.windowsOptions": windowsOptions,
  "securityContext.capabilities": [{}, null, ABSENT],
  securityContext: [{}, null, ABSENT],
  restartPolicy: ["Always", ABSENT],
};

const setting = (fields: typeof OF_POD) =>
  fc
    .constantFrom(...Object.keys(fields))
    .chain((path) => fc.constantFrom(...(fields[path] ?? [])).map((value) => ({ path: path.split("."), value })));

const names = fc.constantFrom<Json[]>(...capabilities.map((name) => [name]), [], ["ALL", "NET_RAW"], ["CHOWN", "ALL"]);

const sysctl = fc.constantFrom<Json>(
  ...["kernel.shm_rmid_forced", "net.ipv4.tcp_syncookies", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_rmem"].map(
    (name) => ({ name, value: "1" }),
  ),
  ...["kernel.msgmax", "net.ipv4.tcp_mem", "NET.IPV4.TCP_RMEM", ""].map((name) => ({ name, value: "1" })),
  {},
  null,
);

const SOURCES = `configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret hostPath nfs
  gcePersistentDisk awsElasticBlockStore gitRepo iscsi glusterfs rbd flexVolume cinder cephfs flocker fc azureFile
  vsphereVolume quobyte azureDisk photonPersistentDisk portworxVolume scaleIO storageos`.split(/\s+/);
const volume = fc
  .tuple(fc.subarray(SOURCES, { maxLength: 2 }), fc.constantFrom<Json>({}, {}, null))
  .map(([sources, value]): Json => ({ name: "v", ...Object.fromEntries(sources.map((source) => [source, value])) }));

const annotations = fc.dictionary(
  fc.constantFrom(
    "container.apparmor.security.beta.kubernetes.io/container1",
    "container.apparmor.security.beta.kubernetes.io/",
    "container.apparmor.security.beta.kubernetes.io",
    "container.seccomp.security.alpha.kubernetes.io/container1",
    "note",
  ),
  fc.constantFrom<Json>("runtime/default", "localhost/a", "localhost", "unconfined", "Runtime/default", "", null),
  { maxKeys: 2 },
);

const handler = fc
  .tuple(fc.constantFrom("httpGet", "tcpSocket", "grpc", "exec"), fc.constantFrom(...hosts))
  .map(([action, host]): Json => ({
    [action]: action === "exec" ? { command: ["true"] } : { port: 80, ...(action === "grpc" ? {} : { host }) },
  }));
const hook = fc.oneof(handler, fc.constantFrom<Json | undefined>({}, null, ABSENT));

const port = fc.constantFrom<Json>(
  { containerPort: 80, hostPort: 80 },
  { containerPort: 80, hostPort: 0 },
  { containerPort: 80, hostPort: null },
  { containerPort: 80 },
  null,
);

const LISTS = ["initContainers", "containers", "ephemeralContainers"] as const;
const list = fc.constantFrom(...LISTS);

const ofPod = fc.oneof(
  { weight: 6, arbitrary: setting(OF_POD) },
  { weight: 1, arbitrary: fc.array(sysctl, { maxLength: 2 }).map((value) => at("securityContext.sysctls", value)) },
  { weight: 2, arbitrary: fc.array(volume, { maxLength: 2 }).map((value) => at("volumes", value)) },
);
const ofContainer = fc.oneof(
  { weight: 8, arbitrary: setting(OF_CONTAINER) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("add", "drop"), names)
      .map(([which, value]) => at(`securityContext.capabilities.${which}`, value)),
  },
  { weight: 1, arbitrary: fc.array(port, { maxLength: 2 }).map((value) => at("ports", value)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom("livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"),
        hook,
      )
      .map(([path, value]) => at(path, value)),
  },
);

interface Setting {
  readonly path: readonly string[];
  readonly value: Json | undefined;
}

/** One change to a pod. */
type Mutation = (pod: PodObject) => PodObject;

/** Changes that keep a pod readable, one at a time. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: ofPod.map(
      (field): Mutation =>
        ({ metadata, spec }) =>
          made(metadata, set(spec, field)),
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(list, fc.nat(2), ofContainer)
      .map(([name, index, field]): Mutation => changed(name, index, (container) => [set(container, field)])),
  },
  {
    weight: 1,
    arbitrary: annotations.map(
      (value): Mutation =>
        ({ spec }) =>
          made({ annotations: value }, spec),
    ),
  },
  // A second container like the first; none; nothing; the same containers under another name.
  { weight: 1, arbitrary: fc.tuple(list, fc.nat(2)).map(([name, index]): Mutation => changed(name, index, twice)) },
  { weight: 1, arbitrary: fc.tuple(list, fc.nat(2)).map(([name, index]): Mutation => changed(name, index, () => [])) },
  {
    weight: 1,
    arbitrary: fc.tuple(list, fc.nat(2)).map(([name, index]): Mutation => changed(name, index, () => [null])),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(list, list).map(
      ([from, to]): Mutation =>
        ({ metadata, spec }) =>
          made(metadata, { ...spec, [from]: spec[to] ?? null, [to]: spec[from] ?? null }),
    ),
  },
);

/** Pods like these with a few changes each. */
export function mutationsOf(pods: readonly PodObject[]): fc.Arbitrary<PodObject> {
  return fc
    .tuple(fc.constantFrom(...pods), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([pod, mutations]) => mutations.reduce((changing, mutate) => mutate(changing), pod));
}

function at(path: string, value: Json | undefined): Setting {
  return { path: path.split("."), value };
}

function made(metadata: Record<string, unknown> | undefined, spec: Record<string, unknown>): PodObject {
  return { ...(metadata ? { metadata } : {}), spec };
}

function changed(name: (typeof LISTS)[number], index: number, change: (container: unknown) => unknown[]): Mutation {
  return ({ metadata, spec }) => {
    const containers = Array.isArray(spec[name]) ? (spec[name] as unknown[]) : [];
    const target = containers.length > 0 ? index % containers.length : -1;
    return made(metadata, {
      ...spec,
      [name]: containers.flatMap((container, position) => (position === target ? change(container) : [container])),
    });
  };
}

function twice(container: unknown): unknown[] {
  return [container, typeof container === "object" ? { ...container, name: "twin" } : container];
}

function set(object: unknown, { path: [key = "", ...rest], value }: Setting): Record<string, unknown> {
  const parent = typeof object === "object" && object !== null ? (object as Record<string, unknown>) : {};
  return { ...parent, [key]: rest.length > 0 ? set(parent[key], { path: rest, value }) : value };
}
