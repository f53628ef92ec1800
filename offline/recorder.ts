import { runtime } from "@pulumi/pulumi";
import type { StackFile } from "./stack-file.ts";

/** A resource as the program declared it, before any provider saw it. */
export interface DeclaredResource {
  /** Type token, such as `kubernetes:apps/v1:Deployment`. */
  type: string;
  /** Logical name in the program. */
  name: string;
  /** Name of the provider that it goes to, which is that of its cluster; undefined where it has none of its own. */
  provider?: string;
  props: Record<string, unknown>;
}

/**
 * Runs the program of this project with no engine, no plugin, no cluster and no credentials, and returns what it
 * declares. Outputs that only a provider knows (an image's digest) are undefined. Once in a process.
 */
export async function declaredResources(stack: string, file: StackFile): Promise<DeclaredResource[]> {
  const declared: DeclaredResource[] = [];
  await runtime.setMocks(
    {
      newResource({ type, name, inputs, provider }) {
        declared.push({ type, name, provider: providerName(provider), props: inputs as Record<string, unknown> });
        return { id: name, state: inputs as Record<string, unknown> };
      },
      call: ({ inputs }) => inputs as Record<string, unknown>,
    },
    "slipway",
    stack,
  );
  runtime.setAllConfig(file.config, file.secretKeys);
  await import("../index.ts");
  await runtime.disconnect();
  return declared.sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));
}

/** `urn:pulumi:<stack>::<project>::pulumi:providers:kubernetes::<name>::<id>` → `<name>`. */
function providerName(reference: string | undefined): string | undefined {
  return reference ? reference.split("::").at(-2) : undefined;
}
