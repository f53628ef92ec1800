/** What of a stack's configuration rules depend on, beside the environment. */
export interface Settings {
  /** Where images may come from, each a registry with an optional path; undefined: anywhere. */
  readonly registries?: readonly string[] | undefined;
  /** Tags stand for digests that only an update asks their registries for, as in rendered manifests. */
  readonly unresolved?: boolean | undefined;
}

/** As much of `slipway:images` as concerns where images come from. */
interface Images {
  readonly registry?: string | undefined;
  readonly mirror?: string | undefined;
  readonly bundle?: string | undefined;
}

/**
 * With a mirror, images come from there, and those that the stack builds from the registry that it pushes them to; with
 * a bundle it builds none.
 */
export function settingsOf({ registry, mirror, bundle }: Images): Settings {
  if (!mirror) return {};
  return { registries: registry && !bundle ? [mirror, registry] : [mirror] };
}

/**
 * The settings in the configuration that the engine hands to a policy pack.
 *
 * @param config value of PULUMI_CONFIG: JSON, key → text
 */
export function settingsIn(config: string | undefined): Settings {
  try {
    const { "slipway:images": images = "{}" } = JSON.parse(config ?? "{}") as Record<string, string>;
    return settingsOf(JSON.parse(images) as Images);
  } catch {
    // Whoever broke the configuration learns it from the program.
    return {};
  }
}
