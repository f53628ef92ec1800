import { runtime } from "@pulumi/pulumi";
import { type DeclaredResource, recorder } from "./monitor.ts";
import type { StackFile } from "./stack-file.ts";

export type { DeclaredResource } from "./monitor.ts";

const PROJECT = "slipway";

/**
 * Runs the program of this project with no engine, no plugin, no cluster and no credentials, and returns what it
 * declares. Outputs that only a provider knows (an image's digest) are undefined. Once in a process.
 */
export async function declaredResources(stack: string, file: StackFile): Promise<DeclaredResource[]> {
  const declared: DeclaredResource[] = [];
  const unasked = () => {
    throw new Error("Nothing is read from a provider here.");
  };
  await runtime.setMocks({ newResource: unasked, call: ({ inputs }) => inputs as object }, PROJECT, stack);
  Object.assign(runtime.getMonitor() ?? {}, recorder(stack, PROJECT, declared));
  runtime.setAllConfig(file.config, file.secretKeys);
  await withShortTraces(async () => {
    await import("../index.ts");
    await runtime.disconnect();
  });
  return declared.sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));
}

/** Node's own, without `--stack-trace-limit`. */
const DEFAULT_LIMIT = 10;

/**
 * Errors say in one frame where they were thrown. The SDK formats a stack trace for each of its promises, dozens for a
 * resource, which is a sixth of the time that a large stack takes; `NODE_OPTIONS=--stack-trace-limit=30` shows all.
 */
async function withShortTraces(run: () => Promise<void>): Promise<void> {
  const limit = Error.stackTraceLimit;
  if (limit === DEFAULT_LIMIT) Error.stackTraceLimit = 1;
  try {
    await run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
