import { isDeepStrictEqual } from "node:util";
import type { Operations, PropertyDifference } from "../protocol/plugin.ts";
import type { Properties, ValueMap } from "../protocol/values.ts";
import { functions } from "./functions.ts";

/** The official provider's version that the stand-in stands in for. */
export const version = "7.48.0";

/** What is asked of a cloud that is not there. */
function refuse(what: string): never {
  throw new Error(
    `${what}: the lab's aws stand-in only previews; install the official plugin: pulumi plugin install resource aws ${version}`,
  );
}

/** Inputs that changed. Which of them replace a resource, only the official provider knows: all show as updates. */
export function changes(olds: ValueMap, news: ValueMap): PropertyDifference[] {
  const keys = new Set([...Object.keys(olds), ...Object.keys(news)].filter((key) => !key.startsWith("__")));
  return [...keys].flatMap((key) => {
    if (isDeepStrictEqual(olds[key], news[key])) return [];
    return [{ path: [key], kind: olds[key] === undefined ? "add" : news[key] === undefined ? "delete" : "update" }];
  });
}

/**
 * AWS for `pulumi preview`, with no credentials and no network. A resource shows its inputs; what is not among them (arn,
 * id, url …) stays out of the outputs, and what a preview's outputs lack, the SDKs take for unknown.
 */
export function configure({ values }: Properties): Operations {
  const region = typeof values.region === "string" ? values.region : undefined;
  return {
    diff: ({ oldInputs, news }) => ({ differences: changes(oldInputs.values, news.values) }),
    create: ({ inputs, preview, name }) => (preview ? Promise.resolve({ id: "", outputs: inputs }) : refuse(name)),
    update: ({ oldOutputs, news, preview, name }) =>
      preview
        ? Promise.resolve({
            values: { ...oldOutputs.values, ...news.values },
            secrets: [...oldOutputs.secrets, ...news.secrets],
          })
        : refuse(name),
    read: ({ name }) => refuse(name),
    delete: ({ name }) => refuse(name),
    invoke: ({ token, log }) => {
      const answer = functions[token];
      if (!answer) refuse(token);
      log.info(
        `${token.replace(/.*:/, "")} answers an example, not your account: the lab's aws stand-in only previews.`,
      );
      return Promise.resolve({ values: answer(region ?? process.env.AWS_REGION ?? "us-east-1"), secrets: [] });
    },
  };
}
