import { writeFileSync } from "node:fs";
import { declaredResources } from "../../offline/recorder.ts";
import { readStackFile } from "../../offline/stack-file.ts";

/** Writes what a stack declares to a file; a process of its own, since a program runs once in a process. */
const [stack = "", file = ""] = process.argv.slice(2);
writeFileSync(file, JSON.stringify(await declaredResources(stack, readStackFile(stack))));
