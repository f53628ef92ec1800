/** Ports of the agent: its own metrics, and whether it works. */
export const agentPorts = { ownMetrics: 8888, health: 13133 } as const;

/** Ports of Loki: requests and metrics, requests among Lokis, and how they find each other. */
export const lokiPorts = { http: 3100, grpc: 9095, gossip: 7946 } as const;
