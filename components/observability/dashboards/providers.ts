import { stringify } from "yaml";

/** Below it every folder of dashboards has a folder. */
export const ROOT = "/etc/grafana/dashboards";

/** A folder as Grafana shows it. */
interface Folder {
  title: string;
  /** Never changes: links and permissions hold it. */
  uid: string;
}

/** Folders by their names on disk. */
export const folders = {
  platform: { title: "Platform", uid: "slipway-platform" },
  services: { title: "Services", uid: "slipway-services" },
} as const satisfies Record<string, Folder>;

/**
 * The file by which Grafana finds the dashboards. They cannot be saved: what is changed in the browser goes with the next
 * pod. One whose file is gone goes from Grafana's database too.
 * @see https://grafana.com/docs/grafana/latest/administration/provisioning/#dashboards
 */
export function providersFile(): string {
  return stringify({
    apiVersion: 1,
    providers: Object.entries(folders).map(([name, { title, uid }]) => ({
      name,
      orgId: 1,
      folder: title,
      folderUid: uid,
      type: "file",
      disableDeletion: false,
      allowUiUpdates: false,
      // The files come with the pod and do not change in it.
      updateIntervalSeconds: 3600,
      options: { path: `${ROOT}/${name}`, foldersFromFilesStructure: false },
    })),
  });
}
