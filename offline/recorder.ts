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
        const props = withName(inputs as Record<string, unknown>);
        declared.push({ type, name, provider: providerName(provider), props });
        return { id: name, state: props };
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

/** The API server would complete a `generateName` by random letters; here it is the name, the same in every run. */
function withName(props: Record<string, unknown>): Record<string, unknown> {
  const { generateName, ...metadata } = (props.metadata ?? {}) as { generateName?: string };
  return generateName ? { ...props, metadata: { ...metadata, name: generateName.replace(/-$/, "") } } : props;
}

/** `urn:pulumi:<stack>::<project>::pulumi:providers:kubernetes::<name>::<id>` → `<name>`. */
function providerName(reference: string | undefined): string | undefined {
  return reference ? reference.split("::").at(-2) : undefined;
}
