import type { Field } from "../values/field.ts";
import { or, some, type Truth } from "../values/truth.ts";

export type Direction = "Ingress" | "Egress";

/** A rule of a NetworkPolicy: traffic that it lets through. */
export interface TrafficRule {
  /** The list of who is at the other end. */
  readonly peers: Field;
  /** Whether that is anybody: the list is absent or empty. */
  readonly allowsAll: Truth;
}

/**
 * What a NetworkPolicy says about a direction. Without policyTypes it limits ingress, and egress if it has rules for it.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function direction(spec: Field, way: Direction): { isLimited: Truth; rules: readonly TrafficRule[] } {
  const types = spec.at("policyTypes");
  const list = spec.at(way.toLowerCase());
  const byDefault = way === "Ingress" ? true : some(list.items(), () => true);
  const isLimited =
    or(types.absent, types.test(isEmpty)) === true ? byDefault : some(types.items(), (type) => type.is(way));
  const rules = list.items().map((rule) => {
    const peers = rule.at(way === "Ingress" ? "from" : "to");
    return { peers, allowsAll: or(peers.absent, peers.test(isEmpty)) };
  });
  return { isLimited, rules };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
