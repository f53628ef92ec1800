import fc from "fast-check";
import { expect, test } from "vitest";
import { cleaning } from "../../../../../../components/observability/traces/gateway/redaction.ts";

interface Statement {
  name: string;
  target: string;
  literals: string[];
}

/** The statements as the collector reads them: `$$` is a dollar, literals are quoted as in Go. */
const groups = (cleaning.trace_statements as { statements: string[] }[]).map((group) => group.statements);
const statements = groups.flat().map((text): Statement => {
  const [, name = "", target = "", rest = ""] = /^(\w+)\(([\w.]+)((?:, "(?:\\.|[^"\\])*")*)\)$/.exec(text) ?? [];
  const literals = rest.match(/"(?:\\.|[^"\\])*"/g) ?? [];
  return { name, target, literals: literals.map((one) => JSON.parse(one.replaceAll("$$", () => "$")) as string) };
});

/** Go's patterns carry their flags with them. */
function regExp(pattern: string): RegExp {
  const folded = pattern.startsWith("(?i)");
  return new RegExp(folded ? pattern.slice(4) : pattern, folded ? "gi" : "g");
}

/** What becomes of a value of a map. */
function cleaned(value: string, map = "span.attributes"): string {
  return statements
    .filter(({ name, target }) => name === "replace_all_patterns" && target === map)
    .reduce((text, { literals: [, pattern = "", by = ""] }) => text.replace(regExp(pattern), by), value);
}

function removed(key: string, map = "span.attributes"): boolean {
  return statements
    .filter(({ name, target }) => name === "delete_matching_keys" && target === map)
    .some(({ literals: [pattern = ""] }) => deletes(pattern, key));
}

function deletes(pattern: string, key: string): boolean {
  return pattern.split(/\|(?=\^)/).some((one) => regExp(one).test(key));
}

test("every statement was understood", () => {
  expect(statements.length).toBeGreaterThan(10);
  for (const { name, target } of statements) expect(`${name} ${target}`).toMatch(/^\w+ (resource|span|spanevent)\.\w+/);
});

test("no group names two contexts, of which the collector would take the one that fewer spans have", () => {
  for (const group of groups) {
    expect(new Set(group.map((text) => /\((resource|span|spanevent)\./.exec(text)?.[1]))).toHaveLength(1);
  }
});

test.each([
  ["https://user:pa55@host/path?x=1", "https://****@host/path?x=1"],
  ["postgres://app:p@ss@db:5432/orders", "postgres://****@db:5432/orders"],
  ["https://host/cb?access_token=abc.def&state=1", "https://host/cb?access_token=****&state=1"],
  ["X-Amz-Signature=0a1b&X-Amz-Date=2026", "X-Amz-Signature=****&X-Amz-Date=2026"],
  ["https://blob/x?sv=1&sig=a%2Fb", "https://blob/x?sv=1&sig=****"],
  ["host=db user=app password=s3cret port=5432", "host=db user=app password=**** port=5432"],
  ["call failed: Authorization: Bearer abcdefgh.ijk", "call failed: Authorization: Bearer ****"],
  ["token eyJhbGciOi.eyJzdWIi.c2ln was refused", "token **** was refused"],
])("%s is passed on as %s", (value, expected) => {
  for (const map of ["span.attributes", "spanevent.attributes", "resource.attributes"]) {
    expect(cleaned(value, map)).toBe(expected);
  }
});

test.each([
  "https://host:8443/api/v1/orders/42?page=2&sort=asc#top",
  "https://host/users?email=a@example.com",
  "GET /api/v1/orders/:id",
  "SELECT * FROM orders WHERE id = $1",
  "context deadline exceeded",
])("%s stays as it is", (value) => {
  expect(cleaned(value)).toBe(value);
});

test("no password of an address gets through, whatever is in it and around it", () => {
  const character = fc.constantFrom(..."abcXYZ0189-._~!*'()&=+,;:@%");
  const password = fc.string({ unit: character, minLength: 6, maxLength: 20 }).map((text) => `s3${text}cr`);
  fc.assert(
    fc.property(password, fc.webPath(), (secret, path) => {
      expect(cleaned(`before amqp://me:${secret}@host${path} after`)).not.toContain(secret);
    }),
  );
});

test.each([
  "http.request.header.authorization",
  "http.request.header.proxy-authorization",
  "http.response.header.set-cookie",
  "http.request.header.x-api-key",
  "http.request.header.x_vault_token",
  "db.password",
  "clientSecret",
  "process.command_args",
])("the attribute %s is removed", (key) => {
  expect(removed(key)).toBe(true);
});

test.each(["http.request.header.user-agent", "gen_ai.usage.input_tokens", "k8s.secret.name", "http.route", "url.full"])(
  "the attribute %s stays",
  (key) => {
    expect(removed(key)).toBe(false);
  },
);

test("nobody says for himself which pod he is", () => {
  expect(removed("k8s.namespace.name", "resource.attributes")).toBe(true);
  expect(removed("k8s.container.name", "resource.attributes")).toBe(false);
  expect(removed("k8s_namespace.name", "resource.attributes")).toBe(false);
});

test("what a variable would begin with in the collector's file is written twice", () => {
  for (const text of groups.flat()) expect(text).not.toMatch(/(?<!\$)\$(\$\$)*(?!\$)/);
});
