import type { KubeConfig, RequestContext } from "@kubernetes/client-node";
import { loadClient } from "./client/index.ts";
import { ApiError, UnreachableError } from "./errors.ts";
import type { Status } from "./errors.ts";

/** A request to the API server; the path may carry a query. */
export interface ApiRequest {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  contentType?: string;
}

export interface ApiResponse {
  body: unknown;
  /** What the API server says beside its answer: deprecated versions, unknown fields, Pod Security. */
  warnings: string[];
}

export type Transport = (request: ApiRequest) => Promise<ApiResponse>;

/** Longest time for one request, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/**
 * Plain JSON over the kubeconfig's connection. The library's typed clients are left aside: they drop fields that their
 * models do not know and turn times into dates, where a provider has to give back what the API server said.
 */
export async function connect(config: KubeConfig): Promise<Transport> {
  const { RequestContext, IsomorphicFetchHttpLibrary } = await loadClient();
  const server = config.getCurrentCluster()?.server ?? "";
  const http = new IsomorphicFetchHttpLibrary();
  let connection: ReturnType<RequestContext["getDispatcher"]>;

  return async ({ method, path, body, contentType = "application/json" }) => {
    const request = new RequestContext(`${server}${path}`, method);
    request.setHeaderParam("Accept", "application/json");
    request.setSignal(AbortSignal.timeout(REQUEST_TIMEOUT));
    if (body !== undefined) {
      request.setHeaderParam("Content-Type", contentType);
      request.setBody(JSON.stringify(body));
    }
    const { status, headers, text } = await answerOf(async () => {
      await config.applySecurityAuthentication(request);
      // The library makes a connection pool for each request; the first one serves them all.
      connection ??= request.getDispatcher();
      if (connection) request.setDispatcher(connection);
      const response = await http.send(request).toPromise();
      return { status: response.httpStatusCode, headers: response.headers, text: await response.body.text() };
    });
    if (status >= 400) throw new ApiError(statusOf(status, text));
    return { body: JSON.parse(text), warnings: warningsOf(headers.warning) };
  };
}

async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw new UnreachableError(reasonOf(error), { cause: error });
  }
}

/** The innermost cause says what happened ("connect ECONNREFUSED …"), the outer ones that something did. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

function statusOf(code: number, text: string): Status {
  try {
    return { ...(JSON.parse(text) as Status), code };
  } catch {
    return { code, message: text.trim() };
  }
}

/** `299 - "text"`, several in one header. @see RFC 9111 §5.5 */
function warningsOf(header: string | undefined): string[] {
  const quoted = (header ?? "").matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g);
  return [...quoted].map(([, text = ""]) => text.replaceAll(/\\(.)/g, "$1"));
}
