import type { RelabelRule } from "../../../../../components/observability/metrics/relabeling.ts";

export type Labels = Record<string, string>;

/**
 * What Prometheus makes of labels by its rules, or undefined if it drops them. A second implementation, so that rules are
 * tested by what they do: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export function relabeled(before: Labels, rules: readonly RelabelRule[]): Labels | undefined {
  const labels = { ...before };
  for (const { source_labels = [], regex = "(.*)", target_label, replacement = "$1", action = "replace" } of rules) {
    const pattern = anchored(regex);
    const value = source_labels.map((name) => labels[name] ?? "").join(";");
    const match = pattern.exec(value);
    if (action === "keep" && !match) return undefined;
    if (action === "drop" && match) return undefined;
    if (action === "labeldrop") {
      for (const name of Object.keys(labels).filter((name) => pattern.test(name))) Reflect.deleteProperty(labels, name);
    }
    if (action === "replace" && match) {
      if (target_label === undefined) throw new Error("replace needs a target_label");
      const result = expanded(replacement, match);
      // An empty label is no label.
      if (result === "") Reflect.deleteProperty(labels, target_label);
      else labels[target_label] = result;
    }
  }
  return labels;
}

/** Go's RE2 as far as JavaScript has it, too; what it has not would fail here, or in promtool. */
function anchored(regex: string): RegExp {
  return new RegExp(`^(?:${regex})$`, "s");
}

/** Go takes the longest name behind a dollar: `$1_x` is the group `1_x`, which there is not. */
function expanded(template: string, match: RegExpExecArray): string {
  return template.replaceAll(/\$(?:\{(\w+)\}|(\w+)|\$)/g, (whole, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return "$";
    return /^\d+$/.test(name) ? (match[Number(name)] ?? "") : whole && "";
  });
}
