import { dockerLogin, type Credentials } from "../../oci/auth.ts";
import { resolveDigest } from "../../oci/client.ts";
import { isLocal, parseReference } from "../../oci/reference.ts";
import { hasUnknown, UNKNOWN, type Value, type ValueMap } from "../protocol/values.ts";

/** Logins by the registry's address. */
export type Logins = ReadonlyMap<string, Credentials>;

/**
 * Reads the provider's `registryAuth`, which the engine passes as JSON text. Entries without a user name leave the
 * registry to `docker login`.
 */
export function readLogins(registryAuth: Value | undefined): Logins {
  if (typeof registryAuth !== "string" || registryAuth === "") return new Map();
  const entries = JSON.parse(registryAuth) as { address: string; username?: string; password?: string }[];
  return new Map(
    entries.flatMap(({ address, username, password = "" }) =>
      username ? [[address.replace(/^https?:\/\//, "").replace(/\/.*$/, ""), { username, password }]] : [],
    ),
  );
}

/**
 * `docker:index:getRegistryImage`: the digest that a name stands for in its registry now.
 * @throws Error naming the image that does not exist, or the registry that does not answer
 * @see https://www.pulumi.com/registry/packages/docker/api-docs/getregistryimage/
 */
export async function getRegistryImage({ name, insecureSkipVerify }: ValueMap, logins: Logins): Promise<ValueMap> {
  if (hasUnknown(name)) return { id: UNKNOWN, name: UNKNOWN, sha256Digest: UNKNOWN };
  if (typeof name !== "string") throw new Error("getRegistryImage: name is missing");
  const reference = parseReference(name);
  const { registry, repository, tag = "latest" } = reference;
  if (insecureSkipVerify === true && !isLocal(registry)) {
    throw new Error(
      `getRegistryImage: the lab does not talk to ${registry} without verifying it; leave insecureSkipVerify out`,
    );
  }
  const digest = await resolveDigest(reference, logins.get(registry) ?? (await dockerLogin(registry)));
  if (digest === undefined) throw new Error(`getRegistryImage: ${registry} has no image ${repository}:${tag}`);
  return { id: digest, name, sha256Digest: digest, ...(insecureSkipVerify !== undefined && { insecureSkipVerify }) };
}
