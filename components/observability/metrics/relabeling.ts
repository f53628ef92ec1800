/**
 * A rule by which labels are read and written, before a target is scraped or a sample is kept.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export interface RelabelRule {
  source_labels?: string[];
  regex?: string;
  target_label?: string;
  replacement?: string;
  action?: "replace" | "keep" | "drop" | "labeldrop";
}

/** Goes on with what matches; the values of several labels are joined by `;`. */
export function keep(source_labels: string[], regex: string): RelabelRule {
  return { action: "keep", source_labels, regex };
}

/** Goes on with what does not match. */
export function drop(source_labels: string[], regex: string): RelabelRule {
  return { action: "drop", source_labels, regex };
}

/** Writes a label where others match; an empty replacement takes it away. */
export function set(target_label: string, source_labels: string[], match: Match = {}): RelabelRule {
  return { source_labels, target_label, ...match };
}

interface Match {
  /** Without it, everything matches. */
  regex?: string;
  /** Without it, the first group, or everything. */
  replacement?: string;
}

/** Writes a label of every target. */
export function constant(target_label: string, replacement: string): RelabelRule {
  return { target_label, replacement };
}

/** Writes a label from the first of others that has a value. */
export function firstOf(target_label: string, source_labels: string[]): RelabelRule {
  return set(target_label, source_labels, { regex: ";*([^;]+).*" });
}

/** Writes the address from a host and the label of a port; an IPv6 address is bracketed. */
export function address(host: string, port: string): RelabelRule[] {
  return [
    set("__address__", [host, port], { regex: "([^:]+);(\\d+)", replacement: "$1:$2" }),
    set("__address__", [host, port], { regex: "(.*:.*);(\\d+)", replacement: "[$1]:$2" }),
  ];
}

/** The same for a port that is known. */
export function addressAt(host: string, port: number): RelabelRule[] {
  return [
    set("__address__", [host], { regex: "([^:]+)", replacement: `$1:${port}` }),
    set("__address__", [host], { regex: "(.*:.*)", replacement: `[$1]:${port}` }),
  ];
}

/** Takes series away by name. */
export function dropSeries(names: readonly string[]): RelabelRule {
  return drop(["__name__"], names.join("|"));
}
