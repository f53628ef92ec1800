import { expect, test } from "vitest";
import { catalog } from "../../../../../components/observability/dashboards/catalog.ts";
import { dashboardFolders, homePath } from "../../../../../components/observability/dashboards/files.ts";
import { least, most } from "./arguments.ts";

const KIBIBYTE = 1024;

const sizeOf = (files: Record<string, unknown>) =>
  Object.values(files).reduce<number>((sum, text) => sum + Buffer.byteLength(text as string), 0);

test("a folder for the platform and one for the services, a file for each dashboard", () => {
  const folders = dashboardFolders(catalog(most));
  expect(folders.map(({ mountPath, files }) => [mountPath, Object.keys(files)])).toEqual([
    [
      "/etc/grafana/dashboards/platform/platform",
      ["environment", "delivery", "logs", "nodes", "platform"].map((name) => `slipway-${name}.json`),
    ],
    [
      "/etc/grafana/dashboards/services/services",
      ["slipway-service-shop-orders.json", expect.stringMatching(/^slipway-service-shop-eu-notify-.+\.json$/)],
    ],
  ]);
  expect(dashboardFolders(catalog(least)).map(({ mountPath }) => mountPath)).toEqual([
    "/etc/grafana/dashboards/platform/platform",
  ]);
});

test("a file is the dashboard, and named by its uid", () => {
  for (const { files } of dashboardFolders(catalog(most))) {
    for (const [name, text] of Object.entries(files)) {
      const dashboard = JSON.parse(text as string) as Record<string, unknown>;
      expect(name).toBe(`${dashboard.uid as string}.json`);
      expect(dashboard).toMatchObject({ schemaVersion: expect.any(Number), panels: expect.any(Array) });
      // A number from somebody else's database would be another dashboard in ours.
      expect(dashboard.id ?? null).toBeNull();
    }
  }
});

test("no ConfigMap comes near the mebibyte that the API server takes, however many services there are", () => {
  const services = Array.from({ length: 60 }, (_, n) => ({ name: `orders${n}`, namespace: "shop" }));
  const folders = dashboardFolders(catalog({ ...most, services }));
  for (const { files } of folders) expect(sizeOf(files)).toBeLessThanOrEqual(900 * KIBIBYTE);
  const parts = folders.filter(({ mountPath }) => mountPath.includes("/services/"));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(({ files }) => Object.keys(files))).toHaveLength(60);
  // A folder's last part names its ConfigMap.
  expect(new Set(folders.map(({ mountPath }) => mountPath.split("/").at(-1))).size).toBe(folders.length);
});

test("the dashboard that Grafana opens with is where it is looked for", () => {
  const paths = dashboardFolders(catalog(least)).flatMap(({ mountPath, files }) =>
    Object.keys(files).map((name) => `${mountPath}/${name}`),
  );
  expect(paths).toContain(homePath("slipway-environment"));
});
