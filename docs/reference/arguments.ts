import ts from "typescript";
import type { Sources } from "./sources.ts";
import type { Row } from "./table.ts";

/** The fields of an args interface, each followed by those of the interfaces that it is made of. */
export function argumentRows(sources: Sources, name: string): Row[] {
  return rowsOf(sources, sources.interfaceNamed(name), "", [name]);
}

/** @param above interfaces that are being unfolded; one that holds itself is shown once */
function rowsOf(sources: Sources, declaration: ts.InterfaceDeclaration, prefix: string, above: string[]): Row[] {
  const { checker } = sources;
  const fields = checker.getPropertiesOfType(checker.getTypeAtLocation(declaration));
  return fields.flatMap((field) => {
    const property = field.valueDeclaration;
    if (!property || !ts.isPropertySignature(property) || !property.type) return [];
    const { text, suffix, inner } = describe(property.type, checker);
    const path = `${prefix}${field.name}`;
    const row = { path, type: text, default: defaultOf(property), meaning: meaningOf(property) };
    if (!inner || above.includes(inner.name.text)) return [row];
    return [row, ...rowsOf(sources, inner, `${path}${suffix}.`, [...above, inner.name.text])];
  });
}

/** A type in a few words, and the interface of the sources that it comes down to, if it does. */
interface Description {
  text: string;
  /** What stands between a field's path and those below it. */
  suffix: string;
  inner?: ts.InterfaceDeclaration;
}

/** Pulumi's wrappers, which stay in the text, and what is a list or a map. */
const LISTS = ["Array", "ReadonlyArray"];

function describe(node: ts.TypeNode, checker: ts.TypeChecker): Description {
  if (ts.isParenthesizedTypeNode(node)) return describe(node.type, checker);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword)
    return describe(node.type, checker);
  if (ts.isArrayTypeNode(node)) return listOf(describe(node.elementType, checker));
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText();
    const last = node.typeArguments?.at(-1);
    if (last && LISTS.includes(name)) return listOf(describe(last, checker));
    if (last && name === "Record") return mapOf(describe(last, checker));
    if (last && name === "Input") {
      const wrapped = describe(last, checker);
      return { ...wrapped, text: `Input<${wrapped.text}>` };
    }
    const inner = interfaceOf(node, checker);
    if (inner) return { text: "object", suffix: "", inner };
  }
  return { text: literals(node, checker) ?? node.getText().replaceAll(/\s+/g, " "), suffix: "" };
}

const listOf = ({ text, suffix, inner }: Description): Description => ({
  text: `${text.includes(" | ") ? `(${text})` : text}[]`,
  suffix: `[]${suffix}`,
  inner,
});

const mapOf = ({ text, suffix, inner }: Description): Description => ({
  text: `Record<string, ${text}>`,
  suffix: `.<name>${suffix}`,
  inner,
});

function interfaceOf(node: ts.TypeReferenceNode, checker: ts.TypeChecker): ts.InterfaceDeclaration | undefined {
  const declarations = checker.getTypeFromTypeNode(node).symbol?.declarations ?? [];
  return declarations.find(ts.isInterfaceDeclaration);
}

/** The values of an alias or union of literals. */
function literals(node: ts.TypeNode, checker: ts.TypeChecker): string | undefined {
  const type = checker.getTypeFromTypeNode(node);
  if (!type.isUnion() || !type.types.every((part) => part.isStringLiteral() || part.isNumberLiteral()))
    return undefined;
  return type.types.map((part) => checker.typeToString(part)).join(" | ");
}

function tag(node: ts.Node, name: string): string | undefined {
  const found = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === name);
  return found && (ts.getTextOfJSDocComment(found.comment) ?? "");
}

/** `@default - prose` is prose, any other default a value. */
function defaultOf(property: ts.PropertySignature): string {
  const stated = tag(property, "default");
  if (stated === undefined) return property.questionToken ? "none" : "required";
  return stated.startsWith("- ") ? stated.slice(2) : `\`${stated}\``;
}

function meaningOf(property: ts.PropertySignature): string {
  const [comment] = ts.getJSDocCommentsAndTags(property).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? "";
  const see = /https?:\/\/\S+/.exec(linkText(property) ?? "")?.[0];
  return [text.replaceAll(/\{@link (\w+)\}/g, "`$1`"), ...(see ? [`[Upstream](${see}).`] : [])].join(" ").trim();
}

/** The compiler reads `@see https://…` as a name and the rest; the source has it whole. */
function linkText(property: ts.PropertySignature): string | undefined {
  return ts
    .getJSDocTags(property)
    .find(({ tagName }) => tagName.text === "see")
    ?.getText();
}
