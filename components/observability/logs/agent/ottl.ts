/** A literal of the transformation language; its strings are written as those of JSON. */
export function literal(value: string | number | readonly string[]): string {
  return JSON.stringify(value);
}

/** An attribute of the line. */
export function attribute(name: string): string {
  return `log.attributes[${literal(name)}]`;
}

/** An attribute of the pod. */
export function resource(name: string): string {
  return `resource.attributes[${literal(name)}]`;
}

/** A call, with a condition where it has one. */
export function statement(call: string, ...conditions: string[]): string {
  return conditions.length > 0 ? `${call} where ${conditions.join(" and ")}` : call;
}
