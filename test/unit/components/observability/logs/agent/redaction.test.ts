import fc from "fast-check";
import { expect, test } from "vitest";
import {
  redaction,
  SECRET_FIELDS,
  SECRET_FORMS,
  SECRET_TEXTS,
  textRedaction,
} from "../../../../../../components/observability/logs/agent/redaction.ts";
import { re2 } from "./re2.ts";

/** What the two processors make of a text, one after the other. */
function masked(text: string): string {
  const formless = SECRET_FORMS.reduce((rest, form) => rest.replaceAll(re2(form, "g"), "****"), text);
  return SECRET_TEXTS.reduce((rest, { pattern, by }) => rest.replaceAll(re2(pattern, "g"), by), formless);
}

const isSecretField = (name: string) => re2(SECRET_FIELDS).test(name);

test.each([
  "password",
  "db.password",
  "user_passwd",
  "passphrase",
  "pwd",
  "clientSecret",
  "secrets.0",
  "token",
  "accessToken",
  "token_value",
  "tokenValue",
  "refresh-token",
  "api_key",
  "apikey",
  "X-Api-Key",
  "headers.Authorization",
  "Set-Cookie",
  "private_key",
  "aws.access_key_id",
  "credentials",
])("%s: is the name of a secret", (name) => {
  expect(isSecretField(name)).toBe(true);
});

test.each([
  "user",
  "tokens",
  "max_tokens",
  "key",
  "path",
  "author",
  "passed",
  "request_id",
  "compass",
  "monkey",
  "trace_id",
])("%s: is the name of no secret", (name) => {
  expect(isSecretField(name)).toBe(false);
});

const SECRET = "hunter2-Zm9v";

test.each([
  `password=${SECRET}`,
  `login with password: ${SECRET}, next`,
  `PASSWORD='${SECRET}' ok`,
  `{"user":"a","password":"${SECRET}"}`,
  `{"password" : "${SECRET}`,
  `said {\\"password\\":\\"${SECRET}\\",\\"user\\":\\"a\\"}`,
  `dsn host=db user=app passwd=${SECRET} sslmode=off`,
  `api_key=${SECRET}&page=2`,
  `apikey: "${SECRET}"`,
  `client_secret=${SECRET};`,
  `GET /login?access_token=${SECRET}&next=/ 200`,
  `token = ${SECRET}`,
  `Authorization: Bearer ${SECRET}`,
  `authorization: ${SECRET}`,
  `"Authorization":["Basic ${SECRET}"]`.replace("[", ""),
  `curl -H 'Authorization: token ${SECRET}'`,
  `sent bearer ${SECRET}`,
  `Cookie: session=${SECRET}; theme=dark`,
  `set-cookie: id=${SECRET}; HttpOnly`,
  `postgres://app:${SECRET}@db:5432/shop`,
  `redis://:p@${SECRET}@cache:6379`,
  `private_key: ${SECRET}`,
])("%s: is masked", (text) => {
  expect(masked(text)).not.toContain(SECRET);
  expect(masked(text)).toContain("****");
});

test.each([
  "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIB\nZm9v==\n-----END RSA PRIVATE KEY-----",
  '{"pem":"-----BEGIN PRIVATE KEY-----\\nMIIEpAIB\\n-----END PRIVATE KEY-----\\n"}',
  "-----BEGIN EC PRIVATE KEY-----\nMIIEpAIB\nthe end was cut off",
])("%s: no part of a key is left", (text) => {
  expect(masked(text)).not.toContain("MIIEpAIB");
});

test.each([
  "AKIAIOSFODNN7EXAMPLE",
  "ghp_0123456789abcdefghij0123",
  "xoxb-1234567890-abcdef",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
])("%s: is masked wherever it stands", (secret) => {
  expect(masked(`found ${secret}, kept it`)).toBe("found ****, kept it");
});

test.each([
  "GET /api/v1/orders?page=2&sort=-created 200 12ms",
  "created order 42 for user alice@example.com at https://shop.example.com:8443/orders/42",
  "used 512 tokens=512 of max_tokens: 4096",
  "key=value other_key: 3 keyboard=qwerty",
  "the cookies were fresh",
  "compass: north",
  "upstream http://10.0.0.1:8080/path?mail=a@b failed",
  "2026-01-31T10:00:00Z level=info msg=started basic setup",
])("%s: is left as it is", (text) => {
  expect(masked(text)).toBe(text);
});

test("an object in a text stays one", () => {
  const text = JSON.stringify({ user: "a", password: `${SECRET}"x`, nested: { token: SECRET }, pin: 1 });
  expect(JSON.parse(masked(text))).toEqual({ user: "a", password: "****", nested: { token: "****" }, pin: 1 });
  expect(masked(JSON.stringify({ said: JSON.stringify({ token: SECRET, next: 1 }) }))).toBe(
    JSON.stringify({ said: JSON.stringify({ token: "****", next: 1 }) }),
  );
});

test("whatever the secret looks like, nothing of it stays behind its name", () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9+/=_.!#$%^*~-]{8,40}$/);
  const around = fc.constantFrom(
    (value: string) => `x password=${value} y`,
    (value: string) => `{"a":1,"token":"${value}","b":2}`,
    (value: string) => `Authorization: Bearer ${value}`,
    (value: string) => `amqp://app:${value.replaceAll("/", "_")}@queue:5672`,
  );
  fc.assert(
    fc.property(secret, around, (value, text) => {
      expect(masked(text(value))).not.toContain(value);
    }),
  );
});

test("further patterns are masked with the others, and nothing tells what was found", () => {
  const settings = redaction(["\\b\\d{16}\\b"]);
  expect(settings.blocked_values).toEqual([...SECRET_FORMS, "\\b\\d{16}\\b"]);
  expect(settings.summary).toBe("silent");
});

test("every text that is masked in the message is masked in the fields", () => {
  const statements = textRedaction.log_statements as string[];
  const targets = (prefix: string) => statements.filter((statement) => statement.startsWith(prefix)).length;
  expect(targets("replace_pattern(log.body")).toBe(SECRET_TEXTS.length);
  expect(targets('replace_all_patterns(log.attributes, "value"')).toBe(SECRET_TEXTS.length);
});
