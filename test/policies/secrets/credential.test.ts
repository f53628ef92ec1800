import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsCredential, isCredential } from "../../../policies/secrets/credential.ts";

/** Put together here, so that no scanner takes this file for a leak. */
const joined = (...parts: string[]) => parts.join("");

describe("a name and a value that both look like a secret", () => {
  test.each([
    ["DB_PASSWORD", "hunter2"],
    ["PASSWORD", "correct-horse"],
    ["dbPassword", "hunter2"],
    ["API_TOKEN", "abcd1234"],
    ["redis.auth.token", "abcd1234"],
    ["AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG"],
    ["STRIPE_APIKEY", "whatever-9"],
    ["SIGNING_KEY", "c29tZSByYW5kb20gYnl0ZXMgMTIz"],
  ])("%s", (name, value) => {
    expect(isCredential(name, value)).toBe(true);
  });
});

describe("a name alone does not convince", () => {
  test.each([
    ["SECRETS_DIR", "secrets"], // kube-linter#1198
    ["PASSWORD_FILE", "password.txt"],
    ["SECRET_NAME", "orders-db"],
    ["secretName", "orders-db"],
    ["TOKEN_PATH", "token"],
    ["TOKEN_TTL_SECONDS", "3600"],
    ["TOKEN_URL", "https://login.example.com/token"],
    ["PASSWORD_MIN_LENGTH", "twelve"],
    ["DB_PASSWORD", "/run/secrets/db"],
    ["DB_PASSWORD", "$(DB_PASSWORD_FROM_ELSEWHERE)"],
    ["DB_PASSWORD", "${DB_PASSWORD}"],
    ["DB_PASSWORD", "<your password>"],
    ["DB_PASSWORD", "{{ .Values.password }}"],
    ["DB_PASSWORD", ""],
    ["REQUIRE_TOKEN", "true"],
    ["AUTH", "basic"],
    ["KEY", "user-id"],
    ["PARTITION_KEY", "customer-identifier-of-the-order"],
    ["PASSENGER_COUNT", "four"],
    ["COMPASS", "north"],
    ["checksum/secret", "0123456789abcdef0123456789abcdef"],
    ["DB_PASSWORD", 7],
    ["DB_PASSWORD", undefined],
  ])("%s", (name, value) => {
    expect(isCredential(name, value)).toBe(false);
  });
});

test.each([
  joined("AKIA", "IOSFODNN7EXAMPLE"),
  joined("ghp_", "a".repeat(36)),
  joined("glpat-", "b".repeat(20)),
  joined("-----BEGIN RSA PRIVATE", " KEY-----\nMII"),
  joined("eyJhbGciOiJI", ".", "eyJzdWIiOiIx", ".", "c2lnbmF0dXJl"),
  "postgres://orders:hunter2@db.shop:5432/orders",
])("a known format does, whatever its name: %#", (value) => {
  expect(isCredential("ANYTHING", value)).toBe(true);
  expect(holdsCredential(`some text\nvalue: ${value}\n`)).toBe(true);
});

test.each([
  "postgres://db.shop:5432/orders",
  "postgres://orders@db.shop/orders",
  "postgres://orders:$(PASSWORD)@db.shop/orders",
  "postgres://orders:${PASSWORD}@db.shop/orders",
])("a URL without a password in it: %s", (value) => {
  expect(isCredential("DATABASE_URL", value)).toBe(false);
});

describe("in a file", () => {
  test.each(["password: hunter2", "db.password=hunter2", '{ "password": "hunter2" }', "a: 1\n  token: 'abcd1234'\n"])(
    "%j holds one",
    (text) => {
      expect(holdsCredential(text)).toBe(true);
    },
  );
  test.each([
    "password_file: /run/secrets/db",
    "bearer_token_file: /var/run/secrets/kubernetes.io/serviceaccount/token",
    "password: ${DB_PASSWORD}",
    "auth_enabled: false",
    "# the password comes from the environment",
    "token: ''",
    "secretKeyRef: { name: db, key: password }",
  ])("%j holds none", (text) => {
    expect(holdsCredential(text)).toBe(false);
  });
});

test("gives an answer on long and repetitive text: no pattern of it backtracks for ever", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), (piece) => {
      expect(holdsCredential(piece.repeat(500))).toBeTypeOf("boolean");
    }),
  );
});
