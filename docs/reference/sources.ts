import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** The sources of a folder, with a checker that knows what they declare. */
export interface Sources {
  checker: ts.TypeChecker;
  /** Finds an interface by its name. */
  interfaceNamed(name: string): ts.InterfaceDeclaration;
  /** Names of the exported component classes, by the folder below that declares them. */
  components: { name: string; folder: string }[];
}

/**
 * Reads the TypeScript sources below a folder. What they import from packages is not followed: a program that knows
 * all of Pulumi's types takes many seconds to set up, and no argument of ours needs them.
 */
export function readSources(folder: string): Sources {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
    .sort();
  const options = { target: ts.ScriptTarget.ES2024, strict: true, types: [], allowImportingTsExtensions: true };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => ({
      resolvedModule: text.startsWith(".")
        ? { resolvedFileName: join(containing, "..", text), extension: ts.Extension.Ts }
        : undefined,
    }));
  const program = ts.createProgram(files, options, host);
  const statements = files.flatMap((file) => [...(program.getSourceFile(file)?.statements ?? [])]);

  return {
    checker: program.getTypeChecker(),
    interfaceNamed(name) {
      const found = statements.filter(ts.isInterfaceDeclaration).filter((it) => it.name.text === name);
      if (found.length === 1) return found[0]!;
      throw new Error(`${folder}: ${found.length} interfaces are called ${name}; the reference needs exactly one.`);
    },
    components: statements
      .filter(ts.isClassDeclaration)
      .filter(isComponent)
      .map((it) => ({
        name: it.name!.text,
        folder: it
          .getSourceFile()
          .fileName.slice(folder.length + 1)
          .split("/")[0]!,
      })),
  };
}

function isComponent(it: ts.ClassDeclaration): boolean {
  const exported = it.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  const parents = it.heritageClauses?.flatMap(({ types }) => types.map(({ expression }) => expression.getText())) ?? [];
  return exported && parents.includes("ComponentResource");
}
