import { createHash } from "node:crypto";

/**
 * Ten hex digits that stand for a content: the same for the same files in any order, others for any other content. Not
 * for secrets: whoever can guess a value can check the guess against its digest.
 */
export function contentHash(files: Record<string, string>): string {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 10);
}
