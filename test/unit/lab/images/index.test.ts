import { expect, test } from "vitest";
import { labImageReference, labImages } from "../../../../lab/images/index.ts";

test("every image has a fixed tag and none that serves a pod runs as root", async () => {
  for (const name of ["pause", "coredns", "traefik"] as const) {
    expect(labImageReference(name)).toMatch(/^localhost:5000\/[a-z/]+:v?[\d.]+$/);
    const tools = { bin: () => process.execPath };
    const { config } = await labImages[name].plan(tools);
    expect(Number(config.User?.split(":")[0])).toBeGreaterThanOrEqual(10_000);
  }
});
