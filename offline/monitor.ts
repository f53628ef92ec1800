import { runtime } from "@pulumi/pulumi";

/** A resource as the program declared it, before any provider saw it. */
export interface DeclaredResource {
  /** Type token, such as `kubernetes:apps/v1:Deployment`. */
  type: string;
  /** Logical name in the program. */
  name: string;
  /** Name of the provider that it goes to, which is that of its cluster; undefined where it has none of its own. */
  provider?: string;
  /** Whether the engine would refuse to delete it. */
  protect?: boolean;
  props: Record<string, unknown>;
}

type Props = Record<string, unknown>;

/** Props on their way: all that the SDK asks of a protocol buffer `Struct`. */
type Struct = Parameters<typeof runtime.deserializeProperties>[0];

/** What is read of the SDK's `RegisterResourceRequest`. */
interface Registration {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProvider(): string;
  getProtect(): boolean;
  getObject(): Struct;
}

type Reply = (error: unknown, response?: object) => void;

/**
 * The part of an engine that takes resources down, and gives their inputs back as outputs. The SDK's own mock would do,
 * but serialises each resource twice more and prints it for a debug log that nobody reads.
 */
export function recorder(stack: string, project: string, declared: DeclaredResource[]) {
  return {
    registerResource(request: Registration, reply: Reply): void {
      const [type, name] = [request.getType(), request.getName()];
      const wire = withName(request.getObject().toJavaScript());
      const object = { toJavaScript: () => wire } as unknown as Struct;
      const props = runtime.deserializeProperties(object);
      const provider = providerName(request.getProvider());
      declared.push({ type, name, provider, protect: request.getProtect(), props });
      const urn = `urn:pulumi:${stack}::${project}::${qualified(type, request.getParent())}::${name}`;
      // What the SDK asks of a `RegisterResourceResponse`.
      reply(null, {
        getUrn: () => urn,
        getId: () => name,
        getObject: () => object,
        getPropertydependenciesMap: () => undefined,
        getResult: () => 0,
        getUnknown: () => false,
      });
    },

    /** A component's outputs are with whoever holds the component. */
    registerResourceOutputs(_: unknown, reply: Reply): void {
      reply(null, {});
    },
  };
}

/** The types from the outermost component inwards, `<parent's>$<own>`. */
function qualified(type: string, parent: string): string {
  return parent ? `${parent.split("::")[2]}$${type}` : type;
}

/** The API server would complete a `generateName` by random letters; here it is the name, the same in every run. */
function withName(props: Props): Props {
  const { generateName, ...metadata } = (props.metadata ?? {}) as { generateName?: string };
  return generateName ? { ...props, metadata: { ...metadata, name: generateName.replace(/-$/, "") } } : props;
}

/** `urn:pulumi:<stack>::<project>::pulumi:providers:kubernetes::<name>::<id>` → `<name>`. */
function providerName(reference: string): string | undefined {
  return reference ? reference.split("::").at(-2) : undefined;
}
