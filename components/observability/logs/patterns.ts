/** What Go's regular expressions lack, or what would mask everything: an agent would not start with it, or say nothing more. */
export function patternProblems(pattern: string): string[] {
  const quoted = JSON.stringify(pattern);
  if (/\(\?<?[=!]/.test(pattern)) {
    return [`redact: ${quoted} looks ahead or behind, which Go's regular expressions cannot; write it without.`];
  }
  if (/\\[1-9]/.test(pattern)) {
    return [`redact: ${quoted} refers back to a group, which Go's regular expressions cannot; write it without.`];
  }
  return matchesNothing(pattern)
    ? [`redact: ${quoted} matches where there is nothing, and so everywhere; make it longer.`]
    : [];
}

/** Of what JavaScript cannot read, such as `[[:alpha:]]` or `\z`, nothing is said. */
function matchesNothing(pattern: string): boolean {
  const [flags = "", mode = ""] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  try {
    return new RegExp(pattern.slice(flags.length), mode).test("");
  } catch {
    return false;
  }
}
