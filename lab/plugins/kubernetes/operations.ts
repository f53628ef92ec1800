import type { Log, Operations } from "../protocol/plugin.ts";
import { InitializationError } from "../protocol/errors.ts";
import type { Properties } from "../protocol/values.ts";
import { check } from "./check.ts";
import { unreachable } from "./context.ts";
import type { Context } from "./context.ts";
import { create } from "./create.ts";
import { remove } from "./delete.ts";
import { diff } from "./diff.ts";
import { UnreachableError } from "./errors.ts";
import { read } from "./read.ts";
import { redact } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { update } from "./update.ts";
import { yamlDecode } from "./yaml-decode.ts";

/** The operations of a configured provider. What they say, or throw, is clean of the resource's secrets. */
export function operations(context: () => Promise<Context>, { suppressDeprecationWarnings }: Settings): Operations {
  const suppress = (message: string): boolean => suppressDeprecationWarnings && /deprecated/i.test(message);
  const discreet = async <Request extends { log: Log }, Result>(
    request: Request,
    properties: Properties[],
    work: (context: Context, request: Request) => Promise<Result>,
  ): Promise<Result> => {
    const clean = (message: string): string => redact(message, ...properties);
    try {
      return await work(await context(), { ...request, log: discreetLog(request.log, clean, suppress) });
    } catch (error) {
      throw discreetError(error, clean);
    }
  };
  return {
    check: (request) => discreet(request, [request.news], check),
    diff: (request) => discreet(request, [request.news], diff),
    create: (request) => discreet(request, [request.inputs], create),
    update: (request) => discreet(request, [request.news, request.oldInputs], update),
    read: (request) => discreet(request, [request.inputs, request.outputs], read),
    delete: (request) => discreet(request, [request.inputs, request.outputs], remove),
    invoke: ({ token, args }) => {
      if (token === "kubernetes:yaml:decode") return Promise.resolve(args).then(yamlDecode);
      return Promise.reject(new Error(`${token} needs the official kubernetes provider; the lab's does not have it.`));
    },
  };
}

function discreetLog(log: Log, clean: (message: string) => string, suppress: (message: string) => boolean): Log {
  let shown = "";
  return {
    debug: (message) => log.debug(clean(message)),
    info: (message) => log.info(clean(message)),
    warning: (message) => {
      if (!suppress(message)) log.warning(clean(message));
    },
    status: (message) => {
      if (message !== shown) log.status(clean(message));
      shown = message;
    },
  };
}

function discreetError(error: unknown, clean: (message: string) => string): Error {
  if (error instanceof InitializationError) return new InitializationError(error, error.reasons.map(clean));
  const message = error instanceof Error ? error.message : String(error);
  return new Error(clean(error instanceof UnreachableError ? unreachable(message) : message));
}
