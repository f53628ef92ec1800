import { log, output, unknown, type InvokeOptions, type Output } from "@pulumi/pulumi";
import { isDryRun } from "@pulumi/pulumi/runtime/settings.js";

/**
 * The digest behind a tag, asked from its registry: `repository:tag` → `repository@sha256:…`. A reference that has a
 * digest already stays as it is, and so does one whose registry cannot be asked, as in rendered manifests. A preview goes
 * on without a registry that does not answer, as it does without a cluster: the digest is not known yet. The SDK is loaded
 * only by stacks that ask for it.
 */
export function resolveDigest(reference: string, opts?: InvokeOptions): Output<string> {
  if (reference.includes("@")) return output(reference);
  const answer = import("@pulumi/docker/getRegistryImage.js")
    .then(({ getRegistryImage }) => getRegistryImage({ name: reference }, opts))
    .catch((error: Error) => {
      if (!isDryRun()) throw error;
      void log.warn(`${reference}: its digest is not known yet, for its registry does not answer.`);
      return { sha256Digest: unknown as unknown as string };
    });
  return output(answer).apply(({ sha256Digest }: { sha256Digest?: string }) => withDigest(reference, sha256Digest));
}

/** A reference with its tag, if any, replaced by a digest; unchanged without one. */
export function withDigest(reference: string, digest: string | undefined): string {
  return digest ? `${repositoryOf(reference)}@${digest}` : reference;
}

/** A reference without tag and digest. A colon before a slash is that of a port. */
export function repositoryOf(reference: string): string {
  return reference.replace(/(:[^/:@]+)?(@.*)?$/, "");
}
