import { readFile } from "node:fs/promises";
import { parseReference } from "../../oci/reference.ts";
import { outputsOf, isPushed } from "./buildctl/outputs.ts";
import { toEntry } from "./buildctl/entries.ts";
import { dockerfileProblem } from "./dockerfile.ts";
import type { Failure, ImageInputs } from "./inputs.ts";
import { isFolder, isRemote } from "./sources.ts";

const PLATFORM = /^[a-z0-9]+\/[a-z0-9]+(\/v\d+)?$/;

/** Everything about readable inputs that would make a build fail before it has begun, each with its property. */
export async function problemsOf(inputs: ImageInputs): Promise<Failure[]> {
  const { cacheFrom = [], cacheTo = [], exports = [], platforms = [], tags = [] } = inputs;
  return [
    ...(await sourceProblems(inputs)),
    ...each("tags", tags, (tag) => void parseReference(tag)),
    ...each("platforms", platforms, (platform) => {
      if (!PLATFORM.test(platform)) throw new Error(`"${platform}" is not a platform, os/architecture`);
    }),
    ...each("cacheFrom", cacheFrom, (entry) => void toEntry(entry)),
    ...each("cacheTo", cacheTo, (entry) => void toEntry(entry)),
    ...each("exports", exports, (entry) => {
      const [output] = outputsOf({ exports: [entry], push: false, tags });
      if (output && isPushed(output) && !output.attributes.name)
        throw new Error("to push, an image needs a tag or a name");
    }),
    ...(inputs.push && tags.length === 0 ? [{ property: "push", reason: "to push, an image needs a tag" }] : []),
    ...(inputs.load
      ? [{ property: "load", reason: "the lab has no Docker daemon to load an image into; use push" }]
      : []),
  ];
}

function each<T>(property: string, items: readonly T[], examine: (item: T) => void): Failure[] {
  return items.flatMap((item, index) => {
    try {
      examine(item);
      return [];
    } catch (error) {
      return [{ property: `${property}[${index}]`, reason: error instanceof Error ? error.message : String(error) }];
    }
  });
}

async function sourceProblems({ context, dockerfile }: ImageInputs): Promise<Failure[]> {
  const folder = context?.location;
  const { location, inline } = dockerfile ?? {};
  if (location && inline) return [{ property: "dockerfile", reason: "give location or inline, not both" }];
  const problems: Failure[] = [];
  if (folder !== undefined && !isRemote(folder) && !(await isFolder(folder))) {
    problems.push({ property: "context.location", reason: `"${folder}" is neither a folder nor a URL` });
  }
  for (const [name, { location: source }] of Object.entries(context?.named ?? {})) {
    if (isRemote(source) || (await isFolder(source))) continue;
    problems.push({
      property: `context.named["${name}"].location`,
      reason: `"${source}" is neither a folder nor a URL`,
    });
  }
  // Beside a remote context, a location names a file there.
  if (location && !isRemote(location) && !(folder !== undefined && isRemote(folder))) {
    const text = await readFile(location, "utf8").catch(() => undefined);
    const problem = text === undefined ? "there is no such file" : dockerfileProblem(text);
    if (problem) problems.push({ property: "dockerfile.location", reason: `${location}: ${problem}` });
  }
  const problem = inline && dockerfileProblem(inline);
  if (problem) problems.push({ property: "dockerfile.inline", reason: problem });
  return problems;
}
