import { z } from "zod";
import { readText } from "../files.ts";
import { issue, type Issue } from "./issue.ts";
import { entries } from "./lenient.ts";

const content = z
  .union([z.string(), z.object({ from: z.string() })])
  .optional()
  .catch(undefined);
const files = z.record(z.string(), content).catch({});

/** What the API server takes for one ConfigMap. */
const LARGEST = 1024 * 1024;

/** Files that cannot be read, that are too large, and names that stand for two files in one folder. */
export function fileIssues(input: unknown): Issue[] {
  return ["services", "tasks"].flatMap((key) => issuesOf(input, key));
}

function issuesOf(input: unknown, key: string): Issue[] {
  return entries(input, key, { files, dynamicFiles: files }).flatMap((service, index) => {
    if (!service) return [];
    const path = [key, index];
    const twice = Object.keys(service.dynamicFiles).filter((name) => name in service.files);
    return [
      ...unreadable(service.files, [...path, "files"]),
      ...unreadable(service.dynamicFiles, [...path, "dynamicFiles"]),
      ...twice.map((name) => issue([...path, "dynamicFiles", name], "a name that is not taken under `files`")),
    ];
  });
}

function unreadable(map: z.output<typeof files>, path: PropertyKey[]): Issue[] {
  let size = 0;
  const issues = Object.entries(map).flatMap(([name, value]) => {
    const text = typeof value === "object" ? textOf(value.from) : value;
    size += Buffer.byteLength(text ?? "") + name.length;
    return text === undefined && value !== undefined
      ? [issue([...path, name, "from"], "a text file of the checkout, in UTF-8", "config/orders.yaml")]
      : [];
  });
  if (size > LARGEST) {
    const found = `${Math.ceil(size / 1024)} KiB`;
    issues.push(issue(path, "files of 1 MiB together, which is all that a ConfigMap holds", undefined, found));
  }
  return issues;
}

function textOf(path: string): string | undefined {
  try {
    return readText(path);
  } catch {
    return undefined;
  }
}
