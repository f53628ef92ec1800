import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import { sources } from "./sources.ts";

interface Search {
  service: string;
  /** Tags in logfmt that a trace must have. */
  tags: string;
  limit: number;
}

/** A search for traces; the SDK has no query of this data source. */
export class JaegerQuery implements Builder<Dataquery> {
  readonly #query: Search & { queryType: "search"; datasource: (typeof sources)["jaeger"]; refId?: string };

  constructor(search: Search) {
    this.#query = { ...search, queryType: "search", datasource: sources.jaeger };
  }

  refId(refId: string): this {
    this.#query.refId = refId;
    return this;
  }

  build(): Dataquery {
    return { ...this.#query, _implementsDataqueryVariant() {} };
  }
}
