/** Annotations of a pod whose metrics Prometheus shall collect: a convention of its Kubernetes examples. */
export function scraped(port: number): Record<string, string> {
  return { "prometheus.io/scrape": "true", "prometheus.io/port": String(port) };
}
