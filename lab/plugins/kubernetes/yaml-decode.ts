import type { Properties, ValueMap } from "../protocol/values.ts";
import { isMap } from "../protocol/values.ts";
import { parseAllDocuments } from "yaml";

/**
 * `kubernetes:yaml:decode`: a text of YAML documents as a list of objects, lists opened.
 * YAML 1.1, as kubectl reads it (`0644` is an octal number), without its times, which are texts to Kubernetes.
 *
 * @throws Error naming the line that cannot be read
 */
export function yamlDecode({ values }: Properties): Properties {
  const text = typeof values.text === "string" ? values.text : "";
  const documents = parseAllDocuments(text, {
    version: "1.1",
    customTags: (tags) => tags.filter((tag) => typeof tag === "string" || tag.tag !== "tag:yaml.org,2002:timestamp"),
  });
  const objects = [...documents].flatMap((document) => {
    const [error] = document.errors;
    if (error) throw new Error(`kubernetes:yaml:decode: ${error.message}`);
    return opened(document.toJS());
  });
  return { values: { result: objects }, secrets: [] };
}

function opened(value: unknown): ValueMap[] {
  if (!isMap(value)) return [];
  return typeof value.kind === "string" && value.kind.endsWith("List") && Array.isArray(value.items)
    ? value.items.flatMap(opened)
    : [value];
}
