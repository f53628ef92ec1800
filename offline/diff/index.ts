import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "../manifests.ts";
import { writeManifests } from "../manifests.ts";
import { renderBase, resolveBase } from "./base.ts";
import { changes } from "./changes.ts";
import { report, type DiffFormat } from "./report.ts";

export { DIFF_FORMATS, type DiffFormat } from "./report.ts";

/**
 * Compares what a stack renders to now with what it rendered to at a commit. What is not committed yet counts as now.
 *
 * @param ref branch, tag or commit
 * @throws RunError if there is no such commit or it does not render
 */
export async function review(stack: string, now: Manifest[], ref: string, format: DiffFormat): Promise<string> {
  const base = await resolveBase(ref);
  const work = mkdtempSync(join(tmpdir(), "slipway-diff-"));
  const [before, after] = [join(work, "base"), join(work, "head")];
  try {
    // A stack that the commit lacks is new altogether.
    if (!(await renderBase(base, stack, before))) mkdirSync(before);
    mkdirSync(after);
    writeManifests(now, after);
    return report(stack, base, await changes(before, after), format);
  } finally {
    rmSync(work, { recursive: true });
  }
}
