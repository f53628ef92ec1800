import { X509Certificate, createPublicKey, createPrivateKey } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planNetwork } from "../../../../lab/network/plan.ts";
import { certificates } from "../../../../lab/pki/certificates.ts";
import { ensurePki } from "../../../../lab/pki/openssl.ts";
import { stateAt, type State } from "../../../../lab/state.ts";

const plan = planNetwork([]);
let state: State;
const read = (name: string) => readFileSync(join(state.pki, name), "utf8");
const certificate = (name: string) => new X509Certificate(read(`${name}.crt`));

beforeAll(async () => {
  state = stateAt(await mkdtemp(join(tmpdir(), "pki-")));
  await ensurePki(state, plan);
});
afterAll(() => rm(state.root, { recursive: true }));

test.each(certificates(plan))(
  "$name is signed by its authority, and its key fits",
  ({ name, signer, commonName, organization }) => {
    const issued = certificate(name);
    const authority = certificate(signer!);
    expect(issued.verify(authority.publicKey)).toBe(true);
    expect(issued.checkIssued(authority)).toBe(true);
    expect(issued.ca).toBe(false);
    expect(issued.checkPrivateKey(createPrivateKey(read(`${name}.key`)))).toBe(true);
    const subject = organization ? [`O=${organization}`, `CN=${commonName}`] : [`CN=${commonName}`];
    expect(issued.subject.split("\n")).toEqual(subject);
  },
);

test("servers are known by the addresses that they are called by", () => {
  expect(certificate("kube-apiserver").checkIP(plan.node)).toBe(plan.node);
  expect(certificate("kube-apiserver").checkIP(plan.apiService)).toBe(plan.apiService);
  expect(certificate("kube-apiserver").checkHost("kubernetes.default.svc")).toBeDefined();
  expect(certificate("kubelet").checkIP(plan.node)).toBe(plan.node);
});

test("who may only be a client cannot pose as a server", () => {
  // id-kp-clientAuth, RFC 5280 section 4.2.1.12.
  expect(certificate("admin").keyUsage).toEqual(["1.3.6.1.5.5.7.3.2"]);
});

test("the two authorities do not vouch for each other's certificates", () => {
  expect(certificate("front-proxy-client").verify(certificate("ca").publicKey)).toBe(false);
});

test("the key of service accounts is in the one format whose public half the API server reads", () => {
  expect(read("service-account.key")).toContain("BEGIN EC PRIVATE KEY");
  expect(createPublicKey(read("service-account.key")).asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
});

test("keys are for their owner alone", () => {
  expect(statSync(state.pki).mode & 0o077).toBe(0);
  for (const name of ["ca.key", "admin.key", "service-account.key", "registry.secret"]) {
    expect(statSync(join(state.pki, name)).mode & 0o077, name).toBe(0);
  }
});

test("a second call keeps what is there", async () => {
  const before = read("ca.crt");
  await ensurePki(state, plan);
  expect(read("ca.crt")).toBe(before);
});
