import { readFileSync } from "node:fs";
import { type DeclaredResource, evaluate } from "../../policies/evaluate.ts";
import { format } from "../../policies/report/index.ts";

/** The pack by itself, on resources that a file holds, as linters for manifests read theirs. */
const [file = ""] = process.argv.slice(2);
const declared = JSON.parse(readFileSync(file, "utf8")) as DeclaredResource[];
process.stdout.write(format(evaluate(declared, { environment: "prod" }), "json"));
