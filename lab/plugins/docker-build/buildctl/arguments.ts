import { basename, dirname } from "node:path";
import type { ImageInputs } from "../inputs.ts";
import { formatEntry, toEntry, type Entry } from "./entries.ts";
import { outputsOf, reproducible, withoutPush } from "./outputs.ts";
import { isRemote } from "../sources.ts";

/** A build as a command: what is said on the command line, and what must not be. */
export interface BuildCommand {
  arguments: string[];
  /** Secrets, which other processes could read on the command line. */
  environment: Record<string, string>;
}

/** What only the machine that builds can tell. */
export interface BuildPlace {
  /** Folder with an inline Dockerfile, as `Dockerfile`. */
  inlineFolder?: string;
  /** A preview builds, but pushes nothing. */
  preview: boolean;
  /** Environment of this process. @default process.env */
  env?: NodeJS.ProcessEnv;
}

const flag = (name: string, values: readonly string[]): string[] => values.flatMap((value) => [`--${name}`, value]);

/** The command line of `buildctl build` for an image. Progress and metadata are the caller's. */
export function buildCommand(
  inputs: ImageInputs,
  { inlineFolder, preview, env = process.env }: BuildPlace,
): BuildCommand {
  const secrets = Object.entries(inputs.secrets ?? {}).map(([id, value], index) => ({
    id,
    value,
    variable: `BUILD_SECRET_${index}`,
  }));
  const outputs = outputsOf(inputs).map((entry) => reproducible(preview ? withoutPush(entry) : entry));
  return {
    arguments: [
      ...["build", "--frontend", "dockerfile.v0"],
      ...sourceFlags(inputs, inlineFolder),
      ...flag("opt", frontendOptions(inputs, env)),
      ...flag("import-cache", caches(inputs.cacheFrom, env)),
      ...flag("export-cache", caches(inputs.cacheTo, env)),
      ...flag(
        "secret",
        secrets.map(({ id, variable }) => `id=${id},env=${variable}`),
      ),
      ...flag(
        "ssh",
        (inputs.ssh ?? []).map(({ id, paths = [] }) => (paths.length > 0 ? `${id}=${paths.join(",")}` : id)),
      ),
      ...flag("output", outputs.map(formatEntry)),
      ...(inputs.noCache ? ["--no-cache"] : []),
      ...(inputs.network === "host" ? ["--allow", "network.host"] : []),
    ],
    environment: Object.fromEntries(secrets.map(({ variable, value }) => [variable, value])),
  };
}

/** Where the builder finds context, Dockerfile and named contexts. */
function sourceFlags({ context, dockerfile }: ImageInputs, inlineFolder?: string): string[] {
  const location = context?.location ?? ".";
  const file = inlineFolder === undefined ? (dockerfile?.location ?? "Dockerfile") : `${inlineFolder}/Dockerfile`;
  const remote = isRemote(location);
  // Beside a remote context the Dockerfile is fetched with it, unless it was written inline.
  const local = !remote || inlineFolder !== undefined;
  const named = Object.entries(context?.named ?? {}).map(([name, { location: source }], index) => {
    const id = `named${index}`;
    const target = name.replace(/:latest$/, "");
    return isRemote(source)
      ? flag("opt", [`context:${target}=${source}`])
      : [...flag("local", [`${id}=${source}`]), ...flag("opt", [`context:${target}=local:${id}`])];
  });
  return [
    ...(remote ? flag("opt", [`context=${location}`]) : flag("local", [`context=${location}`])),
    ...(local ? flag("local", [`dockerfile=${dirname(file)}`]) : []),
    ...(remote && local ? flag("opt", ["dockerfilekey=dockerfile"]) : []),
    ...flag("opt", [`filename=${local ? basename(file) : file}`]),
    ...named.flat(),
  ];
}

/** What the Dockerfile frontend is told. @see https://github.com/moby/buildkit/blob/master/frontend/dockerui/config.go */
function frontendOptions(inputs: ImageInputs, env: NodeJS.ProcessEnv): string[] {
  const { addHosts = [], buildArgs = {}, labels = {}, network = "default", platforms = [], pull, target } = inputs;
  // Dates in an image would make every build another image. The official provider takes the variable from its environment.
  const dated = { SOURCE_DATE_EPOCH: env.SOURCE_DATE_EPOCH ?? "0", ...buildArgs };
  return [
    ...Object.entries(dated).map(([name, value]) => `build-arg:${name}=${value}`),
    ...Object.entries(labels).map(([name, value]) => `label:${name}=${value}`),
    ...(platforms.length > 0 ? [`platform=${platforms.join(",")}`] : []),
    ...(target ? [`target=${target}`] : []),
    ...(pull ? ["image-resolve-mode=pull"] : []),
    ...(addHosts.length > 0 ? [`add-hosts=${addHosts.map((host) => host.replace(":", "=")).join(",")}`] : []),
    ...(network === "default" ? [] : [`force-network-mode=${network}`]),
  ];
}

/** GitHub's cache exists only inside its workflows: elsewhere the entry means nothing, as with the official provider. */
function caches(entries: ImageInputs["cacheFrom"] | ImageInputs["cacheTo"], env: NodeJS.ProcessEnv): string[] {
  return (entries ?? [])
    .map(toEntry)
    .filter(
      (entry): entry is Entry => entry !== undefined && (entry.type !== "gha" || Boolean(env.ACTIONS_RUNTIME_TOKEN)),
    )
    .map(formatEntry);
}
