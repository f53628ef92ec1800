import { freePorts } from "../traces/program.ts";
import { pythonWithMoto } from "./install.ts";
import { Process } from "./process.ts";
import { signature, type Keys, type Signed } from "./signature.ts";

/** What Loki may do with the objects of its bucket, and with nothing else. */
const rights = ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject"];

/** Whoever sets the emulator up; before it demands keys, any will do. */
const anybody: Keys = { accessKeyId: "anybody", secretAccessKey: "anything" };

/** S3 on the loopback, with a bucket, and a user whose keys it demands. */
export class Emulator {
  readonly url: string;
  readonly bucket = "acme-logs";
  readonly region = "eu-central-1";
  /** Keys of the user. */
  keys = anybody;
  readonly #process: Process;

  private constructor(url: string, process: Process) {
    this.url = url;
    this.#process = process;
  }

  static async start(): Promise<Emulator> {
    const [python, [port]] = [await pythonWithMoto(), await freePorts(1)];
    const url = `http://127.0.0.1:${port}`;
    const own = ["-m", "moto.server", "-H", "127.0.0.1", "-p", `${port}`];
    const process = await Process.start(python, own, {}, `${url}/moto-api/data.json`);
    const emulator = new Emulator(url, process);
    await emulator.#prepare().catch(async (error: unknown) => {
      await process.stop();
      throw error;
    });
    return emulator;
  }

  /** Keys of all objects in the bucket. */
  async objects(keys = this.keys): Promise<string[]> {
    const listing = await this.#ask({ method: "GET", path: `/${this.bucket}?list-type=2`, service: "s3", keys });
    return [...listing.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key!);
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }

  async #prepare(): Promise<void> {
    const place = `<CreateBucketConfiguration><LocationConstraint>${this.region}</LocationConstraint></CreateBucketConfiguration>`;
    await this.#ask({ method: "PUT", path: `/${this.bucket}`, service: "s3", body: place });
    const user = { UserName: "loki", Version: "2010-05-08" };
    const iam = (action: string, more: Record<string, string> = {}) => {
      const body = new URLSearchParams({ Action: action, ...user, ...more }).toString();
      return this.#ask({ method: "POST", path: "/", service: "iam", body });
    };
    await iam("CreateUser");
    const statement = { Effect: "Allow", Action: rights, Resource: "*" };
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    await iam("PutUserPolicy", { PolicyName: "logs", PolicyDocument: policy });
    const made = await iam("CreateAccessKey");
    const part = (name: string) => new RegExp(`<${name}>([^<]+)`).exec(made)?.[1] ?? "";
    this.keys = { accessKeyId: part("AccessKeyId"), secretAccessKey: part("SecretAccessKey") };
    // From now on, no request is answered without a signature.
    await fetch(`${this.url}/moto-api/reset-auth`, { method: "POST", body: "0" });
  }

  async #ask(asked: Pick<Signed, "method" | "service" | "body"> & { path: string; keys?: Keys }): Promise<string> {
    const { method, path, service, body, keys = anybody } = asked;
    const url = new URL(path, this.url);
    const headers = {
      ...signature({ method, url, region: this.region, service, keys, body }),
      "content-type": service === "iam" ? "application/x-www-form-urlencoded" : "application/xml",
    };
    const answer = await fetch(url, { method, headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  }
}
