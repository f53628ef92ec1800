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

/** What policies were shown of a resource, for rules, which tell unknowns apart themselves. */
export interface Inputs {
  /** The same object for every policy that was shown the same. */
  readonly identity: object;
  readonly props: unknown;
  /** Whether props still say what is secret. */
  readonly marked: boolean;
}

/** What is behind the SDK's proxy, which throws where a value is unknown. */
export function inputsOf(shown: object): Inputs {
  const target: unknown = Reflect.get(shown, "__getSpecialProxyTarget");
  if (typeof target !== "object" || target === null) return { identity: shown, props: shown, marked: true };
  const props = sent.get(target);
  return { identity: target, props: props ?? target, marked: props !== undefined };
}
