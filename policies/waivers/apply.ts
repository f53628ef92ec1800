import type { Finding, WaivedFinding } from "../verdict.ts";
import { covers, isExpired, type Waiver } from "./waiver.ts";

export interface Waived {
  readonly failed: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Waivers about some finding, expired ones too. */
  readonly needed: readonly Waiver[];
}

/** Parts violations into those that stand and those that a waiver accepts; an expired waiver accepts nothing. */
export function applyWaivers(violations: readonly Finding[], waivers: readonly Waiver[], now: Date): Waived {
  const failed: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const needed = new Set<Waiver>();

  for (const finding of violations) {
    const about = waivers.filter((waiver) => covers(waiver, finding));
    for (const waiver of about) needed.add(waiver);
    const valid = about.find((waiver) => !isExpired(waiver, now));
    if (valid) waived.push({ ...finding, waiver: valid });
    else failed.push(about[0] ? { ...finding, message: `${finding.message}; ${expiry(about[0])}` } : finding);
  }
  return { failed, waived, needed: [...needed] };
}

function expiry({ ticket, owner, expires }: Waiver): string {
  return `its waiver (${ticket}, ${owner}) expired on ${expires}`;
}
