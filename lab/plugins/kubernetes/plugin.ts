import type { Operations, Plugin } from "../protocol/plugin.ts";
import type { Properties } from "../protocol/values.ts";
import { Cluster } from "./cluster.ts";
import type { Context } from "./context.ts";
import { diffConfig } from "./diff-config.ts";
import { UnreachableError } from "./errors.ts";
import { loadKubeConfig } from "./kubeconfig.ts";
import { operations } from "./operations.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { connect } from "./transport.ts";

/** The official provider whose behaviour this one has (see the lab's README for where it ends). */
const VERSION = "4.34.2";

/** Objects of a Kubernetes API server, by server-side apply. */
export const kubernetes: Plugin = { name: "kubernetes", version: VERSION, diffConfig, configure };

function configure({ values }: Properties): Operations {
  const settings = readSettings(values, process.env);
  let context: Promise<Context> | undefined;
  // Not before it is needed: the engine starts providers that it then has no question for.
  return operations(() => (context ??= contextOf(settings)), settings);
}

async function contextOf(settings: Settings): Promise<Context> {
  const shared = { settings, environment: process.env };
  try {
    const config = await loadKubeConfig(settings);
    const ofContext = config.getContextObject(config.currentContext)?.namespace;
    const defaultNamespace = settings.namespace ?? ofContext ?? "default";
    return { ...shared, cluster: new Cluster(await connect(config)), defaultNamespace };
  } catch (error) {
    // A preview needs no cluster: without a kubeconfig it goes as far as with one whose cluster is down.
    const reason = new UnreachableError(error instanceof Error ? error.message : String(error));
    return {
      ...shared,
      cluster: new Cluster(() => Promise.reject(reason)),
      defaultNamespace: settings.namespace ?? "default",
    };
  }
}
