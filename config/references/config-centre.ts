import { z } from "zod";
import { configCentres } from "../config-centres.ts";
import { issue, misplacedKey, type Issue } from "./issue.ts";
import { anything, entries } from "./lenient.ts";

const centre = z.record(z.string(), anything).optional().catch(undefined);

export function configCentreIssues(input: unknown): Issue[] {
  return entries(input, "services", { configCentre: centre }).flatMap((service, index) => {
    const given = service?.configCentre;
    const kind = given?.kind;
    if (!given || (kind !== "nacos" && kind !== "apollo")) return [];
    const fields = configCentres[kind];
    const path = ["services", index, "configCentre"];
    return [
      ...Object.entries(fields.needs)
        .filter(([field]) => given[field] === undefined)
        .map(([field, example]) => issue([...path, field], `text, because the centre is ${kind}`, example)),
      ...fields.foreign
        .filter((field) => given[field] !== undefined)
        .map((field) => misplacedKey([...path, field], `is unknown to ${kind}`)),
    ];
  });
}
