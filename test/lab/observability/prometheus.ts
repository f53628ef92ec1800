import { json } from "./cluster.ts";

/** A series with the values that were asked for. */
export interface Series {
  metric: Record<string, string>;
  /** Of an instant query. */
  value?: [number, string];
  /** Of a range query. */
  values?: [number, string][];
}

export interface Target {
  labels: Record<string, string>;
  scrapeUrl: string;
  health: string;
  lastError: string;
}

interface Exemplars {
  seriesLabels: Record<string, string>;
  exemplars: { labels: Record<string, string>; value: string; timestamp: number }[];
}

/** Prometheus' own API. @see https://prometheus.io/docs/prometheus/latest/querying/api/ */
export class Prometheus {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async query(query: string, at: Date = new Date()): Promise<Series[]> {
    return (await this.#get<{ result: Series[] }>("query", { query, time: seconds(at) })).result;
  }

  async range(query: string, start: Date, end: Date, step: number): Promise<Series[]> {
    const range = { start: seconds(start), end: seconds(end), step: `${step}` };
    return (await this.#get<{ result: Series[] }>("query_range", { query, ...range })).result;
  }

  /** The value of an expression that has exactly one; undefined where it has none. */
  async value(query: string, at?: Date): Promise<number | undefined> {
    const [series, ...others] = await this.query(query, at);
    if (others.length > 0) throw new Error(`${query}: ${others.length + 1} series`);
    return series?.value && Number(series.value[1]);
  }

  exemplars(query: string, start: Date): Promise<Exemplars[]> {
    return this.#get("query_exemplars", { query, start: seconds(start), end: seconds(new Date()) });
  }

  async targets(): Promise<Target[]> {
    return (await this.#get<{ activeTargets: Target[] }>("targets", { state: "active" })).activeTargets;
  }

  /** Names of all metrics that there are. */
  names(): Promise<string[]> {
    return this.#get("label/__name__/values", {});
  }

  async #get<T>(path: string, parameters: Record<string, string>): Promise<T> {
    const answer = await json<{ data: T }>(`${this.#url}/api/v1/${path}?${new URLSearchParams(parameters).toString()}`);
    if (!answer) throw new Error(`Prometheus knows no ${path}`);
    return answer.data;
  }
}

function seconds(time: Date): string {
  return `${time.getTime() / 1000}`;
}
