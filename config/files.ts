import { readFileSync } from "node:fs";

type Content = string | { from: string };

/** Files by name, with the text of those that the stack file only points to. */
export function contents(files: Record<string, Content>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === "string" ? content : readText(content.from),
    ]),
  );
}

/** @throws Error if there is no such file, or it is not UTF-8 text, which is all that the stack file's files can be */
export function readText(path: string): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
}
