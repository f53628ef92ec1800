import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Oras } from "../../../airgap/oras.ts";
import type { Progress } from "../../../lab/progress.ts";

export const silent: Progress = { note: () => {}, step: () => ({ say: () => {}, end: () => {} }) };

/** An image as a registry holds it: one platform each for `platforms`, and an attestation. */
export interface FakeImage {
  digest: string;
  blobs: Record<string, string>;
}

export function fakeImage(name: string, platforms: string[]): FakeImage {
  const blobs: Record<string, string> = {};
  const put = (content: string) => {
    const digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
    blobs[digest] = content;
    return { mediaType: "any", digest, size: content.length };
  };
  const manifests = platforms.map((platform) => {
    const [os, architecture] = platform.split("/");
    const config = put(JSON.stringify({ os, architecture, name }));
    const manifest = put(JSON.stringify({ config, layers: [put(`layer of ${name} for ${platform}`)] }));
    return { ...manifest, platform: { os, architecture } };
  });
  if (manifests.length === 1) return { digest: manifests[0]!.digest, blobs };
  const attestation = put(JSON.stringify({ layers: [put(`attestation of ${name}`)] }));
  const unknown = { ...attestation, platform: { os: "unknown", architecture: "unknown" } };
  return { digest: put(JSON.stringify({ manifests: [...manifests, unknown] })).digest, blobs };
}

/** Registries in memory, and an oras that copies between them and real folders. */
export function fakeOras(registries: Record<string, FakeImage>) {
  const pushed: string[] = [];
  const oras: Oras = {
    resolve: (reference) => {
      const image = registries[reference];
      return Promise.resolve(image ? { digest: image.digest } : { missing: `${reference}: not found` });
    },
    pull: (source, layout, tag) => {
      const image = Object.values(registries).find(({ digest }) => source.endsWith(`@${digest}`));
      if (!image) throw new Error(`${source} is not by digest`);
      mkdirSync(join(layout, "blobs/sha256"), { recursive: true });
      for (const [digest, content] of Object.entries(image.blobs)) {
        writeFileSync(join(layout, "blobs", digest.replace(":", "/")), content);
      }
      const file = join(layout, "index.json");
      const index = existsSync(file)
        ? (JSON.parse(readFileSync(file, "utf8")) as { manifests: object[] })
        : { manifests: [] };
      const size = image.blobs[image.digest]!.length;
      const annotations = { "org.opencontainers.image.ref.name": tag };
      index.manifests.push({ mediaType: "any", digest: image.digest, size, annotations });
      writeFileSync(file, JSON.stringify(index));
      writeFileSync(join(layout, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
      return Promise.resolve();
    },
    push: (_, digest, target) => {
      pushed.push(target);
      registries[target] = { digest, blobs: {} };
      return Promise.resolve();
    },
  };
  return { oras, pushed };
}
