import type { Operations, Plugin } from "../protocol/plugin.ts";
import type { Properties } from "../protocol/values.ts";
import { Cluster } from "./cluster.ts";
import { diffConfig } from "./diff-config.ts";
import { loadKubeConfig } from "./kubeconfig.ts";
import { operations } from "./operations.ts";
import { readSettings } from "./settings.ts";
import { connect } from "./transport.ts";

/** The official provider whose behaviour this one has (see the lab's README for where it ends). */
const VERSION = "4.34.2";

/** Objects of a Kubernetes API server, by server-side apply. */
export const kubernetes: Plugin = { name: "kubernetes", version: VERSION, diffConfig, configure };

async function configure({ values }: Properties): Promise<Operations> {
  const settings = readSettings(values, process.env);
  const config = await loadKubeConfig(settings);
  const context = {
    cluster: new Cluster(await connect(config)),
    settings,
    defaultNamespace: settings.namespace ?? config.getContextObject(config.currentContext)?.namespace ?? "default",
    environment: process.env,
  };
  const suppress = (message: string): boolean => settings.suppressDeprecationWarnings && /deprecated/i.test(message);
  return operations(context, { suppress });
}
