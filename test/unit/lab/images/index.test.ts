import { expect, test } from "vitest";
import { labImageReference, labImages, type LabImageName } from "../../../../lab/images/index.ts";

test("every image has a fixed tag and none that serves a pod runs as root", async () => {
  // Builds run in golang's image, and they need root.
  const served = (Object.keys(labImages) as LabImageName[]).filter((name) => name !== "golang");
  for (const name of served) {
    expect(labImageReference(name)).toMatch(/^localhost:5000\/[a-z0-9./-]+:v?[\d.]+$/);
    const tools = { bin: () => process.execPath };
    const { config } = await labImages[name].plan(tools);
    expect(Number(config.User?.split(":")[0])).toBeGreaterThanOrEqual(10_000);
  }
});
