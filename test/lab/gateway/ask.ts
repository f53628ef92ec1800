import { request as plain, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { request as secure } from "node:https";
import { text } from "node:stream/consumers";

/** What the mirror service saw of a request. */
interface Mirrored {
  service: string;
  path: string;
  headers: Record<string, string[]>;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Undefined where the answer is not the mirror's. */
  seen?: Mirrored;
}

/** Asks a URL at an address of our choice, whatever its name resolves to, and trusts one certificate. */
export async function ask(address: string, ca: string, url: string, options: RequestOptions = {}): Promise<Answer> {
  const request = url.startsWith("https:") ? secure : plain;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const asked = request(
    url,
    {
      agent: false,
      ca,
      lookup: (_name, _options, found) => void found(null, [{ address, family: 4 }]),
      ...options,
    } as RequestOptions,
    (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then(
        (body) => resolve({ status, headers, ...(body.startsWith("{") && { seen: JSON.parse(body) as Mirrored }) }),
        reject,
      );
    },
  );
  asked.on("error", reject).end();
  return promise;
}
