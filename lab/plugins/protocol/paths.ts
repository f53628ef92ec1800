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
