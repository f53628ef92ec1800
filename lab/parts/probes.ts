import { connect } from "node:net";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

const TIMEOUT = 1_000;

/** Whether this address answers 200, over http or https; whose certificate it is does not matter to the question. */
export function answers(url: string, socketPath?: string): Promise<boolean> {
  const request = url.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const asked = request(url, { rejectUnauthorized: false, timeout: TIMEOUT, agent: false, socketPath });
    asked.on("error", () => resolve(false)).on("timeout", () => asked.destroy());
    asked.on("response", (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.end();
  });
}

/** Whether somebody listens on a Unix socket. */
export function listens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.setTimeout(TIMEOUT, () => socket.destroy());
    socket.on("connect", () => socket.end(() => resolve(true))).on("error", () => resolve(false));
  });
}
