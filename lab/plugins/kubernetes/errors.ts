/** What the API server answers when it refuses. @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
export interface Status {
  code: number;
  reason?: string;
  message?: string;
  details?: { causes?: { reason?: string; message?: string; field?: string }[]; name?: string; kind?: string };
}

/** A refusal by the API server. */
export class ApiError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly causes: readonly { reason?: string; message?: string; field?: string }[];
  readonly subject: { name?: string; kind?: string };

  constructor({ code, reason = "", message = "", details = {} }: Status) {
    super(message || `the API server answered ${code} ${reason}`.trimEnd());
    this.code = code;
    this.reason = reason;
    this.causes = details.causes ?? [];
    this.subject = details;
  }
}

/** No answer from an API server. */
export class UnreachableError extends Error {}

/** The API server knows no such kind: its CustomResourceDefinition is not there (yet, or any more). */
export class UnknownKindError extends Error {}

/** The object is not there. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.code === 404;
}

/** Where it should go, there is no namespace. */
export function isNamespaceMissing(error: unknown): boolean {
  return error instanceof ApiError && error.code === 404 && error.subject.kind === "namespaces";
}

/** True for what may go away by itself: no answer, an overloaded or a starting API server. */
export function isTransient(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof ApiError && (error.code === 429 || error.code >= 500));
}
