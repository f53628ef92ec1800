import { isDeepStrictEqual } from "node:util";
import type { PropertyDifference } from "../protocol/plugin.ts";
import { hasUnknown, UNKNOWN, type ValueMap } from "../protocol/values.ts";
import { known, type ImageInputs } from "./inputs.ts";

/** Properties that are compared as they are. */
const COMPARED = [
  "addHosts",
  "buildArgs",
  "buildOnPreview",
  "builder",
  "cacheFrom",
  "cacheTo",
  "context",
  "dockerfile",
  "exports",
  "labels",
  "load",
  "network",
  "noCache",
  "platforms",
  "pull",
  "push",
  "ssh",
  "tags",
  "target",
] as const;

/** Values that mean the same as no value. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === "" || isDeepStrictEqual(value, []);
}

function difference(key: string, old: unknown, now: unknown): PropertyDifference[] {
  if (isUnset(old) && isUnset(now)) return [];
  if (isDeepStrictEqual(old, now)) return [];
  return [{ path: [key], kind: isUnset(old) ? "add" : isUnset(now) ? "delete" : "update" }];
}

/** Passwords are left out: they are often tokens of the hour, and do not change an image. */
function registriesOf(values: ValueMap): unknown {
  const { registries = [] } = known(values) as Pick<ImageInputs, "registries">;
  return registries.map(({ address, username }) => ({ address, username }));
}

/** Secrets, without those that `ignoreSecretsInDiffCalculation` names and both sides have. */
function secretsOf(values: ValueMap, other: ValueMap, news: ValueMap): unknown {
  const { ignoreSecretsInDiffCalculation: ignored = [] } = known(news) as Partial<ImageInputs>;
  const [own = {}, others = {}] = [values, other].map((side) => (known(side) as Partial<ImageInputs>).secrets);
  return Object.fromEntries(Object.entries(own).filter(([name]) => !(ignored.includes(name) && name in others)));
}

/**
 * What a build with new inputs would find changed. All of it is an update: an image is never replaced.
 * @param state outputs of the last build, its inputs among them
 * @param contextHash of the sources as they are now; undefined when they are not known yet
 */
export function differencesOf(state: ValueMap, news: ValueMap, contextHash: string | undefined): PropertyDifference[] {
  const changed = COMPARED.flatMap((key) =>
    hasUnknown(news[key])
      ? [{ path: [key], kind: "update" } as const]
      : difference(key, known(state[key]), known(news[key])),
  );
  const secretChange =
    news.secrets === UNKNOWN || hasUnknown(news.secrets)
      ? [{ path: ["secrets"], kind: "update" } as const]
      : difference("secrets", secretsOf(state, news, news), secretsOf(news, state, news));
  // With `pull`, the base may have moved though nothing here has.
  const repull = news.pull === true && (news.push === true || !isUnset(known(news.exports)));
  const stale = repull || contextHash !== state.contextHash;
  return [
    ...changed,
    ...secretChange,
    ...difference("registries", registriesOf(state), registriesOf(news)),
    ...(stale ? [{ path: ["contextHash"], kind: "update" } as const] : []),
  ];
}
