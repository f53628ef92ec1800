import type { Rule } from "../../rule.ts";
import { rule as ingressBackendExists } from "./ingress-backend-exists.ts";
import { rule as ingressHost } from "./ingress-host.ts";
import { rule as ingressNoDefaultBackend } from "./ingress-no-default-backend.ts";
import { rule as ingressNoSnippets } from "./ingress-no-snippets.ts";
import { rule as ingressTlsHosts } from "./ingress-tls-hosts.ts";
import { rule as ingressTls } from "./ingress-tls.ts";

export const ingress: readonly Rule[] = [
  ingressBackendExists,
  ingressHost,
  ingressNoDefaultBackend,
  ingressNoSnippets,
  ingressTls,
  ingressTlsHosts,
];
