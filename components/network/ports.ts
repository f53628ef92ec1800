import type { networking } from "@pulumi/kubernetes/types/input.js";

export function port(number: number, protocol = "TCP"): networking.v1.NetworkPolicyPort {
  return { protocol, port: number };
}

export function tcp(number: number): networking.v1.NetworkPolicyPort {
  return port(number);
}
