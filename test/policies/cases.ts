import type { DeclaredResource } from "../../policies/evaluate.ts";
import type { Rule } from "../../policies/rule.ts";
import type { Settings } from "../../policies/settings.ts";

/** What a rule is tried on, and what it must find. Each rule has such a table, `rules/<subject>/<name>.cases.ts`. */
export interface RuleCases {
  readonly rule: Rule;
  /** What the stack is set to. @default nothing */
  readonly settings?: Settings;
  /** It finds nothing, and says that it looked. */
  readonly compliant: readonly Trial[];
  /** It finds just the violations of `finds`. */
  readonly violating: readonly Trial[];
  /** It finds just the undetermined facts of `finds`, and no violation. */
  readonly unknown: readonly Trial[];
  /** What no API would accept: just the violations of `finds`, which may be none, and nothing undetermined. */
  readonly malformed: readonly Trial[];
}

export interface Trial {
  /** What is tried. */
  readonly it: string;
  readonly given: DeclaredResource | readonly DeclaredResource[];
  /** Paths; with the resource's name before them (`orders: spec.replicas`) where several are given. */
  readonly finds?: readonly string[];
}

/** The versions of groups that are not at v1. */
const VERSIONS: Readonly<Record<string, string>> = {
  autoscaling: "v2",
  "argoproj.io": "v1alpha1",
  "external-secrets.io": "v1",
  "autoscaling.k8s.io": "v1",
};

/** A Kubernetes object of a kind as rules write it: `Service`, `Deployment.apps`. */
export function object(kind: string, props: unknown, name = "orders"): DeclaredResource {
  const [short = "", ...rest] = kind.split(".");
  const group = rest.join(".");
  return { type: `kubernetes:${group || "core"}/${VERSIONS[group] ?? "v1"}:${short}`, name, props };
}

/** A resource of any other provider. */
export function resource(type: string, props: unknown, name = "orders"): DeclaredResource {
  return { type, name, props };
}

/** The same trial on several kinds. */
export function onEach(
  kinds: readonly string[] | "all",
  it: string,
  props: unknown,
  finds: readonly string[] = [],
): readonly Trial[] {
  const of = kinds === "all" ? ["ConfigMap"] : kinds;
  return of.map((kind) => ({
    it: `${kind}: ${it}`,
    given: kind.includes(":") ? resource(kind, props) : object(kind, props),
    finds,
  }));
}
