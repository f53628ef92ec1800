import type { TracesArgs } from "./args.ts";

/** Everything that does not hold of the arguments, a sentence each. */
export function tracesProblems({ images, replicas = 1, sampling, backend, ...args }: TracesArgs): string[] {
  const { ratio = 10, traces = 1 } = sampling ?? {};
  return [
    ...(Number.isInteger(replicas) && replicas >= 1
      ? []
      : [`replicas: ${replicas} is no number of pods; give at least 1.`]),
    ...(ratio >= 0 && ratio <= 100 ? [] : [`sampling.ratio: ${ratio} is no percentage; give 0 to 100.`]),
    ...(Number.isInteger(traces) && traces >= 1
      ? []
      : [`sampling.traces: ${traces} is no number of traces; give at least 1.`]),
    ...(backend || images.jaeger !== undefined
      ? []
      : ["images.jaeger: is needed, for Jaeger takes the traces; give it, or a backend."]),
    ...(backend ? backendProblems(backend.otlpEndpoint, args) : storageProblems(args)),
  ];
}

function backendProblems(endpoint: string, args: Pick<TracesArgs, "storage">): string[] {
  return [
    ...addressProblems("backend.otlpEndpoint", endpoint),
    ...(args.storage === undefined ? [] : ["storage: is Jaeger's, and the backend takes the traces; leave one out."]),
  ];
}

function storageProblems({ storage = "memory", elasticsearch, ...args }: Partial<TracesArgs>): string[] {
  const stray = (["memory", "badger"] as const).filter((name) => args[name] !== undefined && name !== storage);
  return [
    ...stray.map((name) => `${name}: belongs to the storage ${name}, and the storage is ${storage}; leave it out.`),
    ...(storage !== "elasticsearch" && elasticsearch
      ? [`elasticsearch: belongs to the storage elasticsearch, and the storage is ${storage}; leave it out.`]
      : []),
    ...(storage === "elasticsearch" && !elasticsearch
      ? ["elasticsearch: is needed by the storage of that name; give its url."]
      : []),
    ...(elasticsearch ? addressProblems("elasticsearch.url", elasticsearch.url) : []),
  ];
}

function addressProblems(name: string, address: string): string[] {
  if (!URL.canParse(address) || !/^https?:\/\//.test(address)) {
    return [`${name}: ${JSON.stringify(address)} is no address; write it like https://tempo.example.com:4317.`];
  }
  const { username, password } = new URL(address);
  return username || password ? [`${name}: holds a user or a password; keep them in a Secret.`] : [];
}
