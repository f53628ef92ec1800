import type { Verdict } from "../verdict.ts";
import { sarif } from "./sarif.ts";
import { table } from "./table.ts";

export const FORMATS = ["table", "json", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

export interface FormatOptions {
  /** File that annotations in a code host point at: the stack file. @default "Pulumi.yaml" */
  readonly artifact?: string;
}

/** The verdict as text that ends in a newline: for people (table), scripts (json) or code hosts (sarif). */
export function format(verdict: Verdict, as: Format, { artifact = "Pulumi.yaml" }: FormatOptions = {}): string {
  switch (as) {
    case "table":
      return table(verdict);
    case "json":
      return `${JSON.stringify(verdict, null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(sarif(verdict, artifact), null, 2)}\n`;
  }
}
