import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";

/** Makes a certificate that vouches for itself, and puts it into a Secret. Returns the certificate. */
export async function giveCertificate(namespace: string, secret: string, hosts: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const [certificate, key] = [join(folder, "tls.crt"), join(folder, "tls.key")];
  const names = hosts.map((host) => `DNS:${host}`).join(",");
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  const subject = ["-subj", `/CN=${hosts[0]}`, "-addext", `subjectAltName=${names}`];
  try {
    await execa("openssl", ["req", ...kind, ...subject, "-keyout", key, "-out", certificate]);
    await execa("kubectl", [
      "-n",
      namespace,
      "create",
      "secret",
      "tls",
      secret,
      `--cert=${certificate}`,
      `--key=${key}`,
    ]);
    return readFileSync(certificate, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
