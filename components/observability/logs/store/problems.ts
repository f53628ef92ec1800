import type { StoreArgs } from "./args.ts";
import { indexOf } from "./index-name.ts";

export function storeProblems(args: StoreArgs): string[] {
  const { endpoint } = args;
  const index = indexOf(args);
  return [
    ...(URL.canParse(endpoint) && /^https?:\/\/[^@]+$/.test(endpoint)
      ? []
      : [`endpoint: ${endpoint} is no address without a user; write it like https://logs.example.com:9200.`]),
    // @see https://www.elastic.co/guide/en/elasticsearch/reference/current/indices-create-data-stream.html
    ...(/^[a-z][-a-z0-9_.]{0,99}$/.test(index)
      ? []
      : [`index: ${index} is no name of a data stream; write it like slipway-logs.`]),
  ];
}
