/**
 * Formats that issuers gave their credentials so that they can be found; whatever the name, such a value is one.
 * @see https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const FORMATS: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, // AWS access key
  /\bgh[opsur]_[0-9A-Za-z]{36}/, // GitHub
  /\bgithub_pat_\w{22,}/,
  /\bglpat-[\w-]{20}/, // GitLab
  /\bxox[abeprs]-[\w-]{10,}/, // Slack
  /\b[rs]k_live_[0-9A-Za-z]{16,}/, // Stripe
  /\bAIza[\w-]{35}/, // Google
  /\bnpm_[0-9A-Za-z]{36}/,
  /\bhv[bs]\.[\w-]{24,}/, // Vault
  /\bpul-[0-9a-f]{40}\b/, // Pulumi
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/, // SendGrid
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/, // JSON Web Token
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@${}<>]*:(?![$<{%*])[^\s:/@]{3,}@[^\s/]/i, // password in a URL
];

/** Words of a name that say "secret" by themselves. */
const STRONG =
  /(?:^|_)(?:pass|password|passwd|passphrase|pwd|secret|secrets|token|apikey|api_key|access_key|private_key|secret_key|credential|credentials)(?:_|$)/;

/** Words that only might. */
const WEAK = /(?:^|_)(?:auth|key|salt|signature|signing|encryption|cookie|session|license)(?:_|$)/;

/**
 * Ends of names that tell about a secret and are none: where it is, what it is called, how long it lives (kube-linter#1198,
 * #1206). Hashes of secrets are there to be seen.
 */
const ABOUT =
  /_(?:file|files|dir|directory|path|name|names|ref|id|url|uri|endpoint|host|port|ttl|timeout|seconds|expiry|expiration|duration|interval|length|size|type|types|algorithm|issuer|audience|enabled|required|mode|prefix|suffix|header|field|count|limit|limits|policy|provider|store|backend|namespace|rotation)$|(?:^|_)(?:checksum|hash|digest|fingerprint|version|revision|public|max|min)(?:_|$)/;

/** Values that stand for something else: a placeholder, a path, a switch, a reference, an example. */
const NO_VALUE =
  /^(?:|true|false|yes|no|on|off|none|null|nil|undefined|enabled|disabled|optional|required|\*+|x+|\.+|\d+(?:ms|s|m|h|d)?|\.{0,2}\/.*|.*[$][({].*|\$.*|<.*>|\{\{.*|%.*%|env:.*|file:.*|vault:.*|arn:.*|https?:\/\/[^@]*|redacted)$/i;

/** Whether a value is a credential, told by its name and its looks. Neither alone convinces, but for known formats. */
export function isCredential(name: string, value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (hasKnownFormat(value)) return true;
  const words = snakeCase(name);
  const text = value.trim().replace(/^(["'])(.*)\1$/, "$2");
  if (ABOUT.test(words) || NO_VALUE.test(text) || /\s/.test(text)) return false;
  if (STRONG.test(words)) return text.length >= 4;
  return WEAK.test(words) && looksRandom(text);
}

export function hasKnownFormat(value: string): boolean {
  return FORMATS.some((format) => format.test(value));
}

/** A name and a value on one line, as in env files, YAML, TOML, INI and JSON. */
const ASSIGNMENT = /["']?([A-Za-z][\w.-]{0,80})["']?[ \t]*[:=][ \t]*("[^"]*"|'[^']*'|[^\s,;#]+)/g;

/** Whether a text, such as a configuration file, has a credential in one of its lines. */
export function holdsCredential(text: unknown): boolean {
  if (typeof text !== "string") return false;
  if (hasKnownFormat(text)) return true;
  return [...text.matchAll(ASSIGNMENT)].some(([, name = "", value]) => isCredential(name, value));
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

/** Long, mixed, and with more than three and a half bits a character (Shannon): words have about three. */
function looksRandom(text: string): boolean {
  if (text.length < 20 || !/\d/.test(text) || !/[a-z]/i.test(text)) return false;
  const counts = [...Map.groupBy(text, (character) => character).values()].map(({ length }) => length);
  const entropy = counts.reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
  return entropy > 3.5;
}
