import { createHash, createHmac } from "node:crypto";

/** What a Secret for Loki holds. */
export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Signed {
  method: string;
  url: URL;
  region: string;
  service: "s3" | "iam";
  keys: Keys;
  body?: string;
}

/**
 * Headers by which AWS, or what stands for it, knows who asks.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signature({ method, url, region, service, keys, body = "" }: Signed): Record<string, string> {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = [time.slice(0, 8), region, service, "aws4_request"];
  const signed = { host: url.host, "x-amz-content-sha256": sha256(body), "x-amz-date": time };
  const names = Object.keys(signed).join(";");
  const headers = Object.entries(signed).map(([name, value]) => `${name}:${value}`);
  const asked = [method, url.pathname, query(url), ...headers, "", names, sha256(body)].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope.join("/"), sha256(asked)].join("\n");
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${keys.secretAccessKey}`);
  const credential = `${keys.accessKeyId}/${scope.join("/")}`;
  const sum = hmac(key, text).toString("hex");
  return {
    ...signed,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${sum}`,
  };
}

function query({ searchParams }: URL): string {
  const pairs = [...searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return pairs.sort().join("&");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
