import type { Transport } from "./transport.ts";
import { ApiError, UnknownKindError, UnreachableError, isNotFound } from "./errors.ts";
import type { KubernetesObject } from "./objects.ts";
import { patient } from "./patience.ts";
import type { GroupVersionKind } from "./types.ts";

/** Where the API server keeps a kind. */
export interface Resource {
  /** Plural name in paths. */
  name: string;
  kind: string;
  namespaced: boolean;
}

/** What names an object: kind, namespace, name. */
export type ObjectReference = Pick<KubernetesObject, "apiVersion" | "kind"> & {
  metadata: { name?: string; namespace?: string };
};

export interface ApplyOptions {
  fieldManager: string;
  force: boolean;
  dryRun: boolean;
}

/** An object as the API server holds it now, and what it had to say to it. */
export interface Applied {
  object: KubernetesObject;
  warnings: string[];
}

/** Pauses in milliseconds: as long as an API server takes to restart, for what is under way. */
const RESTART = [250, 500, 1000, 2000, 4000];
/** Pauses in milliseconds that a preview can spend on finding that there is no cluster. */
const HICCUP = [250, 1000];

/** The objects of a cluster, of any kind that its API server knows. */
export class Cluster {
  readonly #send: Transport;
  readonly #ask: Transport;
  readonly #resources = new Map<string, Promise<Resource[]>>();
  #probe: Promise<string | undefined> | undefined;

  constructor(send: Transport) {
    this.#send = patient(send, RESTART);
    this.#ask = patient(send, HICCUP);
  }

  /** Why the API server cannot be reached; undefined when it can. Asked once. */
  unreachable(): Promise<string | undefined> {
    this.#probe ??= this.#ask({ method: "GET", path: "/version" }).then(
      () => undefined,
      (error: unknown) => (error instanceof UnreachableError ? error.message : undefined),
    );
    return this.#probe;
  }

  /**
   * Where a kind is kept.
   * @throws UnknownKindError where the API server has no such kind
   */
  async resource({ apiVersion, kind }: GroupVersionKind): Promise<Resource> {
    const isKnown = this.#resources.has(apiVersion);
    const found = (await this.#discover(apiVersion)).find((resource) => resource.kind === kind);
    if (found) return found;
    // A kind that comes with a CustomResourceDefinition may have come since it was asked for.
    this.forgetKinds(apiVersion);
    if (isKnown) return this.resource({ apiVersion, kind });
    throw new UnknownKindError(`the API server has no kind ${kind} in ${apiVersion}`);
  }

  /** Kinds are asked for again: a CustomResourceDefinition came or went. */
  forgetKinds(apiVersion?: string): void {
    if (apiVersion === undefined) this.#resources.clear();
    else this.#resources.delete(apiVersion);
  }

  async get(reference: ObjectReference): Promise<KubernetesObject> {
    const { body } = await this.#send({ method: "GET", path: await this.#path(reference) });
    return body as KubernetesObject;
  }

  /** The object, or undefined where there is none. */
  async find(reference: ObjectReference): Promise<KubernetesObject | undefined> {
    return this.get(reference).catch((error: unknown) => {
      if (isNotFound(error) || error instanceof UnknownKindError) return undefined;
      throw error;
    });
  }

  /** The objects of a kind in a namespace (in all of them where it is empty), narrowed by selectors. */
  async list(
    kind: GroupVersionKind,
    namespace: string | undefined,
    selectors: Record<string, string>,
  ): Promise<KubernetesObject[]> {
    const path = await this.#collection(kind, namespace);
    const { body } = await this.#send({ method: "GET", path: `${path}?${new URLSearchParams(selectors).toString()}` });
    // Items of a list carry neither kind nor version.
    return (body as { items: KubernetesObject[] }).items.map((item) => ({ ...item, ...kind }));
  }

  /** Server-side apply. @see https://kubernetes.io/docs/reference/using-api/server-side-apply/ */
  async apply(object: KubernetesObject, { fieldManager, force, dryRun }: ApplyOptions): Promise<Applied> {
    const query = new URLSearchParams({ fieldManager, force: String(force), fieldValidation: "Warn", ...dry(dryRun) });
    const path = `${await this.#path(object)}?${query.toString()}`;
    const { body, warnings } = await this.#send({
      method: "PATCH",
      path,
      body: object,
      contentType: "application/apply-patch+yaml",
    });
    return { object: body as KubernetesObject, warnings };
  }

  /** Creates an object whose name the API server makes from `generateName`, for which there is no apply. */
  async create(object: KubernetesObject, { fieldManager, dryRun }: ApplyOptions): Promise<Applied> {
    const query = new URLSearchParams({ fieldManager, fieldValidation: "Warn", ...dry(dryRun) });
    const path = `${await this.#collection(object, object.metadata.namespace)}?${query.toString()}`;
    const { body, warnings } = await this.#send({ method: "POST", path, body: object });
    return { object: body as KubernetesObject, warnings };
  }

  /** A JSON patch. @see RFC 6902 */
  async patch(reference: ObjectReference, operations: object[]): Promise<KubernetesObject> {
    const path = await this.#path(reference);
    const { body } = await this.#send({
      method: "PATCH",
      path,
      body: operations,
      contentType: "application/json-patch+json",
    });
    return body as KubernetesObject;
  }

  async delete(reference: ObjectReference, propagationPolicy: string): Promise<void> {
    const body = { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy };
    await this.#send({ method: "DELETE", path: await this.#path(reference), body });
  }

  async #path(reference: ObjectReference): Promise<string> {
    const collection = await this.#collection(reference, reference.metadata.namespace);
    return `${collection}/${encodeURIComponent(reference.metadata.name ?? "")}`;
  }

  async #collection(kind: GroupVersionKind, namespace: string | undefined): Promise<string> {
    const { name, namespaced } = await this.resource(kind);
    const scope = namespaced && namespace ? `/namespaces/${encodeURIComponent(namespace)}` : "";
    return `${root(kind.apiVersion)}${scope}/${name}`;
  }

  #discover(apiVersion: string): Promise<Resource[]> {
    const known = this.#resources.get(apiVersion);
    if (known) return known;
    const asked = this.#send({ method: "GET", path: root(apiVersion) }).then(
      // "deployments/scale" is a subresource of the same kind's name or another's.
      ({ body }) => (body as { resources: Resource[] }).resources.filter(({ name }) => !name.includes("/")),
      (error: unknown) => {
        this.forgetKinds(apiVersion);
        if (error instanceof ApiError && error.code === 404) return [];
        throw error;
      },
    );
    this.#resources.set(apiVersion, asked);
    return asked;
  }
}

function root(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function dry(on: boolean): Record<string, string> {
  return on ? { dryRun: "All" } : {};
}
