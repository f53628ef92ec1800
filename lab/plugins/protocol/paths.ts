import type { Path } from "./values.ts";

/**
 * A path in the engine's property path syntax: `spec.containers[0].image`, `metadata.annotations["pulumi.com/waitFor"]`.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/property_path.go
 */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (step === "" || /[.[\]"]/.test(step)) return `${text}["${step.replaceAll('"', '\\"')}"]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** A path as a program writes it in `ignoreChanges`: {@link formatPath}'s syntax, with `*` for any key or index. */
export function parsePath(text: string): (string | number)[] {
  const step = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\[(\*)\]|([^.[\]]+)/y;
  const path: (string | number)[] = [];
  while (step.lastIndex < text.length) {
    if (text[step.lastIndex] === "." && path.length > 0) step.lastIndex += 1;
    const at = step.lastIndex;
    const match = step.exec(text);
    if (!match) throw new Error(`the property path ${text} cannot be read at character ${at + 1}.`);
    const [, quoted, index, star, plain] = match;
    path.push(index !== undefined ? Number(index) : (star ?? plain ?? (quoted ?? "").replaceAll(/\\(.)/g, "$1")));
  }
  return path;
}
