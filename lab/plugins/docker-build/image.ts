import { parseReference } from "../../oci/reference.ts";
import type { Operations, ResourceRequest } from "../protocol/plugin.ts";
import { hasUnknown, UNKNOWN, type Properties, type ValueMap } from "../protocol/values.ts";
import { isPushed, outputsOf } from "./buildctl/outputs.ts";
import { problemsOf } from "./check.ts";
import { hashSources } from "./context/hash.ts";
import { differencesOf } from "./diff.ts";
import { known, readInputs, type ImageInputs } from "./inputs.ts";
import { forget, presentTags, type PushedImage } from "./pushed.ts";
import { localSources, withDefaultSources } from "./sources.ts";

/** The inputs of a resource that has passed its check. */
function parsed(values: ValueMap): ImageInputs {
  const result = readInputs(values);
  if (result.failures)
    throw new Error(result.failures.map(({ property, reason }) => `${property}: ${reason}`).join("; "));
  return result.inputs;
}

/** `secrets` is secret whether or not the program said so. */
function marked(values: ValueMap, inputs: Properties): Properties {
  return { values, secrets: [...inputs.secrets, ...(values.secrets === undefined ? [] : [["secrets"]])] };
}

/** `repository:tag@digest` of the first tag that names its registry; without a digest, the first tag. */
export function refOf(tags: readonly string[], digest: string): string {
  if (digest === "") return tags[0] ?? "";
  const qualified = tags.find((tag) => parseReference(tag).qualified);
  return qualified === undefined ? (tags[0] ?? "") : `${qualified}@${digest}`;
}

/** Builds, or in a preview decides whether to. */
async function produce(
  request: ResourceRequest,
  properties: Properties,
  preview: boolean,
): Promise<{ outputs: Properties; digest: string }> {
  const { values } = properties;
  const inputs = parsed(values);
  const { log, name, signal } = request;
  const tags = inputs.tags ?? [];
  if (!inputs.push && (inputs.exports ?? []).length === 0) {
    log.warning(
      "The image goes nowhere and stays in the builder's cache: set push, or a cacheonly export if that is meant.",
    );
  }
  const buildable = !hasUnknown(values);
  if (preview && !buildable) log.warning("Not built in this preview: some inputs are not known yet.");
  if (preview && (!buildable || inputs.buildOnPreview === false)) return { outputs: pending(properties), digest: "" };

  // Before the build: a file that changes while it runs is a change that the next update must see.
  const contextHash = await hashSources(localSources(inputs));
  // Loaded only here: a preview that changes nothing is what people wait for most.
  const { build } = await import("./buildctl/run.ts");
  const listener = { onStatus: log.status, onWarning: log.warning };
  const digest = (await build({ name, inputs, preview, listener, signal })) ?? "";
  // Nothing was pushed: what depends on the image must not count on it yet.
  if (preview) return { outputs: pending(properties), digest };
  return { outputs: marked({ ...values, contextHash, digest, ref: refOf(tags, digest) }, properties), digest };
}

function pending(inputs: Properties): Properties {
  return marked({ ...inputs.values, contextHash: UNKNOWN, digest: UNKNOWN, ref: UNKNOWN }, inputs);
}

/** `docker-build:index:Image`. @see https://www.pulumi.com/registry/packages/docker-build/api-docs/image/ */
export const image: Operations = {
  async check({ news }) {
    const result = readInputs(news.values);
    if (result.failures) return { inputs: news, failures: result.failures };
    const { context, dockerfile } = news.values;
    const sourcesKnown = !hasUnknown(context) && !hasUnknown(dockerfile);
    const inputs = sourcesKnown ? withDefaultSources(result.inputs) : result.inputs;
    const defaults = { buildOnPreview: true, network: "default" };
    const sources = sourcesKnown ? (known({ context: inputs.context, dockerfile: inputs.dockerfile }) as ValueMap) : {};
    // What is unknown now may be what is missing: that is told when it is known.
    const failures = (await problemsOf(inputs)).filter(
      ({ property }) =>
        !hasUnknown(news.values[property.replace(/\W.*/, "")]) &&
        !(property === "push" && hasUnknown(news.values.tags)),
    );
    return { inputs: marked({ ...defaults, ...news.values, ...sources }, news), failures };
  },

  async diff({ oldOutputs, news }) {
    const { context, dockerfile } = news.values;
    const unknown = hasUnknown(context) || hasUnknown(dockerfile);
    const contextHash = unknown ? undefined : await hashSources(localSources(parsed(news.values)));
    return { differences: differencesOf(oldOutputs.values, news.values, contextHash) };
  },

  async create(request) {
    const { outputs, digest } = await produce(request, request.inputs, request.preview);
    return { id: request.preview ? "" : digest || request.name, outputs };
  },

  async update(request) {
    return (await produce(request, request.news, request.preview)).outputs;
  },

  /** Tags that are missing become a difference, which an update pushes; an image of which none is left is gone. */
  async read({ id, inputs, outputs, log }) {
    const image = pushedImage(outputs.values);
    if (!image) return { id, inputs, outputs };
    const tags = await presentTags(image, (missing) => log.warning(`${missing} is no longer in its registry`));
    if (tags.length === 0) return undefined;
    return { id, inputs, outputs: { ...outputs, values: { ...outputs.values, tags } } };
  },

  async delete({ outputs }) {
    const image = pushedImage(outputs.values);
    if (image) await forget(image);
  },
};

/** What a state says of an image in a registry; undefined when it was put into none. */
function pushedImage(state: ValueMap): PushedImage | undefined {
  const inputs = parsed({ push: false, ...state });
  const { tags = [], registries = [] } = inputs;
  const { digest } = state;
  const isThere = typeof digest === "string" && digest !== "" && tags.length > 0 && outputsOf(inputs).some(isPushed);
  return isThere ? { tags, digest, registries } : undefined;
}
