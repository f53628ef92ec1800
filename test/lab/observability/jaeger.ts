import { json } from "./cluster.ts";

export interface Trace {
  traceID: string;
  spans: { spanID: string; operationName: string; processID: string; tags: { key: string; value: unknown }[] }[];
  processes: Record<string, { serviceName: string; tags: { key: string; value: unknown }[] }>;
}

/** The API of Jaeger's user interface. @see https://www.jaegertracing.io/docs/1.62/apis/#http-json-internal */
export class Jaeger {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Undefined where there is no such trace. */
  async trace(id: string): Promise<Trace | undefined> {
    const answer = await json<{ data: Trace[] | null }>(`${this.#url}/api/traces/${id}`);
    return answer?.data?.[0];
  }

  /** Those of the traces that are there. */
  async kept(ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const id of ids) if (await this.trace(id)) found.push(id);
    return found;
  }
}
