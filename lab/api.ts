import { request } from "node:https";
import type { Credentials } from "./pki/kubeconfig.ts";

/**
 * The API server, as far as the lab itself asks it anything: is this there, is it ready. The Kubernetes client library
 * takes longer to load than these questions take to answer.
 */
export interface Api {
  /** The answer's status and JSON body (text where it is none). @throws when nobody answers in time */
  get(path: string): Promise<{ status: number; body: unknown }>;
}

const TIMEOUT = 2_000;

export function connectApi(server: string, { ca, certificate, key }: Credentials): Api {
  return {
    get: (path) =>
      new Promise((resolve, reject) => {
        const asked = request(`${server}${path}`, { ca, cert: certificate, key, timeout: TIMEOUT, agent: false });
        asked.on("error", reject).on("timeout", () => asked.destroy(new Error(`${path}: no answer in time`)));
        asked.on("response", (response) => {
          let text = "";
          response.setEncoding("utf8").on("error", reject);
          response.on("data", (chunk: string) => (text += chunk));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, body: parse(text) }));
        });
        asked.end();
      }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A condition in an object's status. */
interface Condition {
  type: string;
  status: string;
  /** Of a Node's conditions. */
  lastHeartbeatTime: string;
}

/** An object's condition of this type: `Ready` of a Node. */
export function condition(object: unknown, type: string): Condition | undefined {
  return (object as { status?: { conditions?: Condition[] } }).status?.conditions?.find((one) => one.type === type);
}
