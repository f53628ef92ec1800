import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * One folder for everything temporary of a test run, the engine's and the compiler's included: whatever a test or a
 * process that it started leaves behind goes with it.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "slipway-test-"));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  };
}
