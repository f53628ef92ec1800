/** A pattern in Go's syntax as JavaScript's: flags for all of it stand in front there. */
export function re2(pattern: string, flags = ""): RegExp {
  const [prefix = "", mode = ""] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  return new RegExp(pattern.slice(prefix.length), mode + flags);
}
