import { readdirSync } from "node:fs";
import type { RuleCases } from "./cases.ts";

const FOLDER = new URL("rules/", import.meta.url);

/** Every table of cases by the name of its file, `<subject>/<rule>`. */
export const caseFiles: ReadonlyMap<string, RuleCases> = new Map(
  await Promise.all(
    readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".cases.ts"))
      .map(async (file) => {
        const { cases } = (await import(new URL(file, FOLDER).href)) as { cases: RuleCases };
        return [file.replace(".cases.ts", ""), cases] as const;
      }),
  ),
);
