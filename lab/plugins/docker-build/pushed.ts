import { dockerLogin, type Credentials } from "../../oci/auth.ts";
import { deleteManifest, resolveDigest } from "../../oci/client.ts";
import { parseReference, type Reference } from "../../oci/reference.ts";
import type { ImageInputs } from "./inputs.ts";

/** An image as its registries have it. */
export interface PushedImage {
  tags: readonly string[];
  digest: string;
  registries: NonNullable<ImageInputs["registries"]>;
}

/** The login that the inputs hold for a registry, else the one of this machine. */
async function credentialsFor(
  { registry }: Reference,
  registries: PushedImage["registries"],
): Promise<Credentials | undefined> {
  // Addresses are written with or without a scheme and a path: "https://index.docker.io/v1/".
  const own = registries.find(({ address }) => address.replace(/^https?:\/\//, "").split("/")[0] === registry);
  if (own?.username === undefined) return dockerLogin(registry);
  return { username: own.username, password: own.password ?? "" };
}

/**
 * The tags whose repository still has the digest. Tags that name no registry were never pushed, and stay.
 * @param onMissing told `tag@digest` of each that is not there
 * @throws RegistryError when a registry does not answer: silence is not absence
 */
export async function presentTags(
  { tags, digest, registries }: PushedImage,
  onMissing: (tag: string) => void,
): Promise<string[]> {
  const present: string[] = [];
  for (const tag of tags) {
    const reference = { ...parseReference(tag), digest };
    const isThere =
      !reference.qualified || (await resolveDigest(reference, await credentialsFor(reference, registries)));
    if (isThere) present.push(tag);
    else onMissing(`${tag}@${digest}`);
  }
  return present;
}

/** Asks each registry to forget the image. Many refuse on principle, and none has to be there any more. */
export async function forget({ tags, digest, registries }: PushedImage): Promise<void> {
  const references = tags.map((tag) => ({ ...parseReference(tag), digest }));
  const repositories = new Map(
    references.map((reference) => [`${reference.registry}/${reference.repository}`, reference]),
  );
  for (const reference of repositories.values()) {
    await deleteManifest(reference, await credentialsFor(reference, registries)).catch(() => undefined);
  }
}
