import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";

/** Name of the context, the cluster and the user in the lab's kubeconfigs. */
const NAME = "lab";

/** PEM texts that a kubeconfig carries. */
export interface Credentials {
  ca: string;
  certificate: string;
  key: string;
}

/** A kubeconfig with everything inside, so that it works from anywhere and can be copied. */
export function kubeconfig(server: string, { ca, certificate, key }: Credentials): string {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  return stringify(
    {
      apiVersion: "v1",
      kind: "Config",
      "current-context": NAME,
      clusters: [{ name: NAME, cluster: { server, "certificate-authority-data": base64(ca) } }],
      contexts: [{ name: NAME, context: { cluster: NAME, user: NAME } }],
      users: [{ name: NAME, user: { "client-certificate-data": base64(certificate), "client-key-data": base64(key) } }],
    },
    { lineWidth: 0 },
  );
}

/** What a user of the cluster needs, from the lab's keys. */
export async function readCredentials(pki: string, user: string): Promise<Credentials> {
  const [ca, certificate, key] = await Promise.all(
    ["ca.crt", `${user}.crt`, `${user}.key`].map((file) => readFile(join(pki, file), "utf8")),
  );
  return { ca: ca!, certificate: certificate!, key: key! };
}
