import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import type { NetworkPlan } from "../network/plan.ts";
import type { State } from "../state.ts";
import { authorities, certificates, type Certificate } from "./certificates.ts";

/** A lab is thrown away long before; nothing in it renews certificates. */
const DAYS = 3650;

/** Arguments with which `openssl` makes a certificate and its key in the current directory. */
function requestArguments({ name, commonName, organization, signer, usages, alternativeNames }: Certificate): string[] {
  const extensions = signer
    ? [
        "basicConstraints=critical,CA:FALSE",
        "keyUsage=critical,digitalSignature",
        `extendedKeyUsage=${usages.join(",")}`,
        ...(alternativeNames ? [`subjectAltName=${alternativeNames.join(",")}`] : []),
      ]
    : ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];
  return [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", String(DAYS)],
    // The distribution's openssl.cnf would add extensions of its own.
    ...["-config", "openssl.cnf", "-keyout", `${name}.key`, "-out", `${name}.crt`],
    ...["-subj", `${organization ? `/O=${organization}` : ""}/CN=${commonName}`],
    ...(signer ? ["-CA", `${signer}.crt`, "-CAkey", `${signer}.key`] : []),
    ...extensions.flatMap((extension) => ["-addext", extension]),
  ];
}

/** Makes all keys and certificates, unless they are there. They appear at once and complete, or not at all. */
export async function ensurePki(state: State, plan: NetworkPlan): Promise<void> {
  if (existsSync(state.pki)) return;
  const draft = `${state.pki}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeFile(join(draft, "openssl.cnf"), "[req]\ndistinguished_name = subject\n[subject]\n");
  const openssl = (args: readonly string[]) => execa("openssl", args, { cwd: draft });

  await Promise.all(authorities.map((authority) => openssl(requestArguments(authority))));
  await Promise.all([
    ...certificates(plan).map((certificate) => openssl(requestArguments(certificate))),
    // Not `genpkey`: the API server reads the public half from SEC 1 files, and not from PKCS 8.
    openssl(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "service-account.key"]),
    // Both registries must accept the upload tokens of the other.
    writeFile(join(draft, "registry.secret"), randomBytes(32).toString("hex"), { mode: 0o600 }),
  ]);
  await rename(draft, state.pki);
}
