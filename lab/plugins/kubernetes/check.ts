import type { CheckRequest, CheckResult } from "../protocol/plugin.ts";
import type { ValueMap } from "../protocol/values.ts";
import type { Cluster } from "./cluster.ts";
import { unreachable } from "./context.ts";
import type { Context } from "./context.ts";
import { UnknownKindError } from "./errors.ts";
import { NamingError, named } from "./names.ts";
import { placed } from "./namespaces.ts";
import { marked } from "./secrets.ts";
import { CLUSTER_SCOPED, isPatchToken, kindOfToken } from "./types.ts";
import type { GroupVersionKind } from "./types.ts";

/** Inputs with kind, name and namespace filled in. */
export async function check({ cluster, defaultNamespace }: Context, request: CheckRequest): Promise<CheckResult> {
  const gvk = kindOfToken(request.type);
  const reason = await cluster.unreachable();
  if (reason) request.log.warning(unreachable(reason));

  const news = withKind(request.news.values, gvk);
  try {
    const withName = isPatchToken(request.type)
      ? news
      : named(news, request.olds.values, {
          resourceName: request.name,
          randomSeed: request.randomSeed,
          autonaming: request.autonaming,
        });
    const namespaced = reason ? isNamespacedByName(gvk) : await isNamespaced(cluster, gvk);
    return { inputs: marked(placed(withName, namespaced, defaultNamespace), request.news) };
  } catch (error) {
    if (!(error instanceof NamingError)) throw error;
    return { inputs: request.news, failures: [{ property: "metadata.name", reason: error.message }] };
  }
}

function withKind(inputs: ValueMap, gvk: GroupVersionKind): ValueMap {
  const { apiVersion = gvk.apiVersion, kind = gvk.kind } = inputs;
  return { ...inputs, apiVersion, kind };
}

/** A kind that the API server does not know yet will most likely come with a CustomResourceDefinition, for namespaces. */
async function isNamespaced(cluster: Cluster, gvk: GroupVersionKind): Promise<boolean> {
  return cluster.resource(gvk).then(
    ({ namespaced }) => namespaced,
    (error: unknown) => {
      if (error instanceof UnknownKindError) return isNamespacedByName(gvk);
      throw error;
    },
  );
}

function isNamespacedByName({ kind }: GroupVersionKind): boolean {
  return !CLUSTER_SCOPED.has(kind);
}
