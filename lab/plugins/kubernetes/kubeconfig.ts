import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import type { KubeConfig } from "@kubernetes/client-node";
import { parse } from "yaml";
import { loadClient } from "./client/index.ts";
import { isMap } from "../protocol/values.ts";
import type { Settings } from "./settings.ts";

/**
 * The cluster, user and namespace to talk to. The client library is loaded here, when it is needed first, because
 * loading it takes longer than starting everything else of the plugin.
 *
 * @throws Error naming the kubeconfig's fault
 */
export async function loadKubeConfig({ kubeconfig, context, cluster }: Settings): Promise<KubeConfig> {
  const { KubeConfig } = await loadClient();
  const config = new KubeConfig();
  if (kubeconfig) config.loadFromString(contentOf(kubeconfig));
  else config.loadFromDefault();
  if (context) {
    if (!config.getContextObject(context))
      throw new Error(`kubeconfig has no context named ${context}; it has ${names(config.contexts)}.`);
    config.setCurrentContext(context);
  }
  if (cluster) {
    if (!config.getCluster(cluster))
      throw new Error(`kubeconfig has no cluster named ${cluster}; it has ${names(config.clusters)}.`);
    const chosen = config.getContextObject(config.currentContext);
    config.contexts = config.contexts.map((entry) => (entry === chosen ? { ...entry, cluster } : entry));
  }
  if (!config.getCurrentCluster())
    throw new Error("kubeconfig names no cluster; set a current-context or the provider's `context`.");
  return config;
}

function names(entries: readonly { name: string }[]): string {
  return entries.map(({ name }) => name).join(", ") || "none";
}

/** The argument may be a kubeconfig itself or the path of one. */
function contentOf(kubeconfig: string): string {
  if (isMap(parsed(kubeconfig))) return kubeconfig;
  const path = kubeconfig.replace(/^~(?=\/)/, homedir());
  if (!existsSync(path)) throw new Error("kubeconfig is neither a kubeconfig nor the path of a file that exists.");
  return readFileSync(path, "utf8");
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** A kubeconfig as far as it says which cluster is active. */
interface ClusterChoice {
  "current-context"?: string;
  contexts?: { name: string; context?: { cluster?: string } }[];
  clusters?: { name: string; cluster?: unknown }[];
}

/** The cluster entry that the arguments choose; undefined where they leave it to the environment. */
export function activeCluster({ kubeconfig, context, cluster }: Settings): unknown {
  if (!kubeconfig) return undefined;
  const config = parse(contentOf(kubeconfig)) as ClusterChoice;
  const chosen = config.contexts?.find(({ name }) => name === (context ?? config["current-context"]));
  return config.clusters?.find(({ name }) => name === (cluster ?? chosen?.context?.cluster))?.cluster;
}
