import { registerHooks } from "node:module";

/**
 * What a provider needs of the client library: kubeconfig, authentication, HTTP. The library's kubeconfig also imports
 * the classes of every kind and API group, a thousand files of which nothing is used here; they would be two thirds of
 * the time until the first object is answered for. While the library is loaded, that one import gets `generated.ts`.
 */
export async function loadClient() {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "./gen/index.js" && context.parentURL?.endsWith("/@kubernetes/client-node/dist/config.js")
        ? next(new URL("./generated.ts", import.meta.url).href, context)
        : next(specifier, context),
  });
  try {
    const [{ KubeConfig }, { RequestContext }, { IsomorphicFetchHttpLibrary }] = await Promise.all([
      import("@kubernetes/client-node/dist/config.js"),
      import("@kubernetes/client-node/dist/gen/http/http.js"),
      import("@kubernetes/client-node/dist/gen/http/isomorphic-fetch.js"),
    ]);
    return { KubeConfig, RequestContext, IsomorphicFetchHttpLibrary };
  } finally {
    hooks.deregister();
  }
}
