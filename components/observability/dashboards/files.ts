import type { Dashboard } from "@grafana/grafana-foundation-sdk/dashboard";
import type { FolderArgs } from "../../program/index.ts";
import type { Catalog } from "./catalog.ts";
import { ROOT } from "./providers.ts";

/** Bytes of dashboards in one ConfigMap, which holds a mebibyte with its names and metadata. */
const MOST = 900 * 1024;

/** The dashboards as folders of files: as many ConfigMaps as they need. */
export function dashboardFolders(catalog: Catalog): FolderArgs[] {
  return Object.entries(catalog).flatMap(([folder, dashboards]: [string, Dashboard[]]) =>
    parts(dashboards).map((files, index) => ({ mountPath: partPath(folder, index), files })),
  );
}

/** Where Grafana finds the dashboard that it opens with. */
export function homePath(uid: string): string {
  return `${partPath("platform", 0)}/${fileName(uid)}`;
}

/** Its last part names the ConfigMap. */
function partPath(folder: string, index: number): string {
  return `${ROOT}/${folder}/${folder}${index === 0 ? "" : `-${index + 1}`}`;
}

function parts(dashboards: readonly Dashboard[]): Record<string, string>[] {
  const filled: { size: number; files: Record<string, string> }[] = [];
  for (const dashboard of dashboards) {
    const text = rendered(dashboard);
    const size = Buffer.byteLength(text);
    let last = filled.at(-1);
    if (last === undefined || last.size + size > MOST) filled.push((last = { size: 0, files: {} }));
    last.files[fileName(dashboard.uid ?? "")] = text;
    last.size += size;
  }
  return filled.map(({ files }) => files);
}

function fileName(uid: string): string {
  return `${uid}.json`;
}

/** A line for each property, so that a diff shows what changed. */
function rendered(dashboard: Dashboard): string {
  return `${JSON.stringify(dashboard, null, 1)}\n`;
}
