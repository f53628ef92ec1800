import { delimiter, join } from "node:path";
import type { State } from "../state.ts";
import { locateTools } from "../tools/paths.ts";

/** Plugins that stand in for what cannot be downloaded. */
const pluginFolder = join(import.meta.dirname, "..", "plugins", "bin");

/** Variables with which a shell reaches the lab, as `export` lines for `eval`. */
export async function env(state: State, current: NodeJS.ProcessEnv = process.env): Promise<string> {
  const { paths } = await locateTools(["cluster", "engine"]);
  return formatExports(labEnvironment(state, [...paths.path, pluginFolder], current));
}

/** What is set for the tools and the Pulumi engine. What a person has chosen stays as it is. */
export function labEnvironment(
  state: Pick<State, "kubeconfig" | "buildkitSocket" | "pulumi">,
  folders: readonly string[],
  current: NodeJS.ProcessEnv,
): Record<string, string> {
  const path = (current.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return {
    PATH: [...folders.filter((folder) => !path.includes(folder)), ...path].join(delimiter),
    KUBECONFIG: state.kubeconfig,
    BUILDKIT_HOST: `unix://${state.buildkitSocket}`,
    PULUMI_SKIP_UPDATE_CHECK: "1",
    // The stacks' state dies with the cluster that it describes.
    PULUMI_BACKEND_URL: current.PULUMI_BACKEND_URL ?? `file://${state.pulumi}`,
  };
}

/** `export` lines that any POSIX shell reads back as they were. */
export function formatExports(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`)
    .join("\n");
}
