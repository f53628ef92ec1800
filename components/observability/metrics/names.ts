/** Kubernetes name of a program of the metrics, and the port that others ask it at. */
export const PROMETHEUS = { name: "prometheus", port: 9090 };
export const STATE = { name: "kube-state-metrics", port: 8080, portName: "http" };
export const NODE = { name: "node-exporter", port: 9100 };
export const METRICS_SERVER = { name: "metrics-server", port: 10250 };
