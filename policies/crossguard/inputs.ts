/** Part of `@pulumi/policy` that turns what the engine sent into what policies see. */
export interface Deserializer {
  deserializeProperties: (sent: Sent, keepSecrets: boolean) => object;
}

/** Properties as they came over the wire, one object for each resource of a request. */
interface Sent {
  toJavaScript(): unknown;
}

/** What was sent, with its marks of secrets, by what the SDK made of it. */
const sent = new WeakMap<object, unknown>();

/**
 * The SDK reads a resource anew for every policy: with a hundred policies that is what an update waits for. After this
 * it reads each once. What policies are shown stays the same.
 */
export function readOnce(sdk: Deserializer): void {
  const { deserializeProperties } = sdk;
  const known = new WeakMap<Sent, object>();
  sdk.deserializeProperties = (properties, keepSecrets) => {
    // A remediation may change what it is given.
    if (keepSecrets) return deserializeProperties(properties, keepSecrets);
    let props = known.get(properties);
    if (!props) {
      props = deserializeProperties(properties, keepSecrets);
      known.set(properties, props);
      sent.set(props, properties.toJavaScript());
    }
    return props;
  };
}

/** Stands behind the proxy that throws where a value is unknown; rules tell unknowns apart themselves. */
export function behindProxy(props: object): object {
  const target: unknown = Reflect.get(props, "__getSpecialProxyTarget");
  return typeof target === "object" && target !== null ? target : props;
}

/** The inputs with their marks of secrets, where they are still known; else as they are. */
export function markedInputs(props: object): unknown {
  return sent.get(props) ?? props;
}
