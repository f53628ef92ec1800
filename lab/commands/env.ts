import { delimiter, dirname, join } from "node:path";
import { quote } from "../shell.ts";
import type { State } from "../state.ts";
import { cacheRoot, locateTools } from "../tools/paths.ts";

/** Plugins that stand in for what cannot be downloaded. */
const pluginFolder = join(import.meta.dirname, "..", "plugins", "bin");

/** Variables with which a shell reaches the lab, as `export` lines for `eval`. */
export async function env(state: State): Promise<string> {
  return formatExports(await labVariables(state));
}

/**
 * Variables with which a process reaches the lab and runs the Pulumi engine. An engine of the machine's own finds the
 * official plugins; only the one that was built here needs those that stand in for them.
 */
export async function labVariables(state: State, current: NodeJS.ProcessEnv = process.env) {
  // What a person or a program calls; the others have no business on a PATH (CNI brings a second `bridge`).
  const { paths } = await locateTools(["kubernetes", "buildkit", "engine"]);
  const builtHere = paths.path.includes(paths.dir("pulumi"));
  const folders = builtHere ? [pluginFolder, ...paths.path] : paths.path;
  // Pulumi starts programs and policy packs with the first `node` it finds; the sources need this one.
  return labEnvironment(state, [dirname(process.execPath), ...folders], current);
}

/** What is set for the tools and the Pulumi engine. What a person has chosen stays as it is. */
export function labEnvironment(
  state: Pick<State, "kubeconfig" | "buildkitSocket" | "pulumi">,
  folders: readonly string[],
  current: NodeJS.ProcessEnv,
): Record<string, string> {
  const path = (current.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return {
    PATH: [...new Set([...folders, ...path])].join(delimiter),
    KUBECONFIG: state.kubeconfig,
    BUILDKIT_HOST: `unix://${state.buildkitSocket}`,
    PULUMI_SKIP_UPDATE_CHECK: "1",
    // Most of what a preview waits for is Node reading the Pulumi SDK; what it has compiled once is kept. Apart from
    // anything else's: the SDK sets a flag of V8 (closure/v8Hooks), and code from under other flags counts as stale.
    NODE_COMPILE_CACHE: join(dirname(cacheRoot(current)), "node-compile", "programs"),
    // The stacks' state dies with the cluster that it describes.
    PULUMI_BACKEND_URL: current.PULUMI_BACKEND_URL ?? `file://${state.pulumi}`,
  };
}

/** `export` lines for a shell. */
export function formatExports(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}=${quote(value)}`)
    .join("\n");
}
