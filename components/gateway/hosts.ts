import { slug } from "./paths.ts";

/** Whether a host name, or every name under a wildcard, is one that a Gateway's host covers. */
export function covers(served: string, host: string): boolean {
  return served === host || (served.startsWith("*.") && host.replace(/^\*/, "").endsWith(served.slice(1)));
}

/** Name of a host for objects that belong to it: `*.example.com` → `any-example-com`. */
export function hostSlug(host: string): string {
  return slug(host.replace("*", "any"));
}
