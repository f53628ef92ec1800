/** A tenant's quota is checked against what its services ask for. */
const PLENTY = {
  requestsCpu: "10000",
  requestsMemory: "10000Gi",
  limitsCpu: "10000",
  limitsMemory: "10000Gi",
  pods: 10_000,
};

/** A stack file with many services, each in a few lines, as people write them. */
export function servicesStack(count: number): object {
  return {
    config: {
      "slipway:environment": "prod",
      "slipway:cluster": { context: "bench" },
      "slipway:images": { registry: "registry.example.com/bench" },
      "slipway:tenants": [{ name: "many", quota: PLENTY }],
      "slipway:services": Array.from({ length: count }, (_, index) => ({
        name: `service-${index + 1}`,
        tenant: "many",
        image: `registry.example.com/bench/service:1.0.0@sha256:${"0".repeat(64)}`,
        env: { LOG_LEVEL: "info" },
      })),
    },
  };
}
