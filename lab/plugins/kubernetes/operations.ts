import type { Log, Operations } from "../protocol/plugin.ts";
import { InitializationError } from "../protocol/errors.ts";
import type { Properties } from "../protocol/values.ts";
import { check } from "./check.ts";
import type { Context } from "./context.ts";
import { create } from "./create.ts";
import { remove } from "./delete.ts";
import { diff } from "./diff.ts";
import { read } from "./read.ts";
import { replaceUnready } from "./replace-unready.ts";
import { redact } from "./secrets.ts";
import { liveOf } from "./state.ts";
import { update } from "./update.ts";
import { yamlDecode } from "./yaml-decode.ts";

/** The operations of a configured provider. What they say, or throw, is clean of the resource's secrets. */
export function operations(context: Context, log: { suppress: (message: string) => boolean }): Operations {
  const discreet = async <Request extends { log: Log }, Result>(
    request: Request,
    properties: Properties[],
    work: (request: Request) => Promise<Result>,
  ): Promise<Result> => {
    const clean = (message: string): string => redact(message, ...properties);
    try {
      return await work({ ...request, log: discreetLog(request.log, clean, log.suppress) });
    } catch (error) {
      throw discreetError(error, clean);
    }
  };
  return {
    check: (request) =>
      discreet(request, [request.news], (clean) => check(clean, context.cluster, context.defaultNamespace)),
    diff: (request) =>
      discreet(request, [request.news], async (clean) => {
        const { differences, deleteBeforeReplace } = diff(
          {
            type: clean.type,
            oldInputs: clean.oldInputs.values,
            oldLive: liveOf(clean.oldOutputs),
            newInputs: clean.news.values,
            ignoreChanges: clean.ignoreChanges,
          },
          context.settings,
        );
        return replaceUnready(context, clean, { differences, deleteBeforeReplace });
      }),
    create: (request) => discreet(request, [request.inputs], (clean) => create(context, clean)),
    update: (request) => discreet(request, [request.news, request.oldInputs], (clean) => update(context, clean)),
    read: (request) => discreet(request, [request.inputs, request.outputs], (clean) => read(context, clean)),
    delete: (request) => discreet(request, [request.inputs, request.outputs], (clean) => remove(context, clean)),
    invoke: ({ token, args }) => {
      if (token === "kubernetes:yaml:decode") return Promise.resolve(args).then(yamlDecode);
      return Promise.reject(new Error(`${token} needs the official kubernetes provider; the lab's does not have it.`));
    },
  };
}

function discreetLog(log: Log, clean: (message: string) => string, suppress: (message: string) => boolean): Log {
  return {
    debug: (message) => log.debug(clean(message)),
    info: (message) => log.info(clean(message)),
    warning: (message) => {
      if (!suppress(message)) log.warning(clean(message));
    },
    status: (message) => log.status(clean(message)),
  };
}

function discreetError(error: unknown, clean: (message: string) => string): Error {
  if (error instanceof InitializationError) return new InitializationError(error, error.reasons.map(clean));
  return new Error(clean(error instanceof Error ? error.message : String(error)));
}
