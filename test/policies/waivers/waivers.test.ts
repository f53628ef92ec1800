import { describe, expect, test } from "vitest";
import { evaluate } from "../../../policies/evaluate.ts";
import { table } from "../../../policies/rules/index.ts";
import type { Waiver } from "../../../policies/waivers/waiver.ts";
import { goodContainer, resourceOf } from "../pods.ts";

const RULES = table.filter(({ name }) => ["image-tag-pinned", "container-liveness-probe"].includes(name));

const waiver: Waiver = {
  rule: "image-tag-pinned",
  resource: "orders",
  owner: "platform",
  reason: "the vendor has no tags",
  ticket: "PLAT-1",
  expires: "2026-12-31",
};
const urn = "urn:pulumi:dev::slipway::kubernetes:apps/v1:Deployment::orders";
const image = (name: string) => ({ ...goodContainer, name, image: "vendor" });
const resources = [{ ...resourceOf({ containers: [image("app"), image("proxy")] }), urn }];

const judged = (waivers: Waiver[], now = "2026-12-31T23:59:59Z") => {
  const options = { environment: "prod", rules: RULES, waivers, now: new Date(now) } as const;
  const { rules, unusedWaivers, blocked } = evaluate(resources, options);
  const images = rules.find(({ rule }) => rule === "image-tag-pinned");
  return {
    failed: images?.failed.map(({ container }) => container),
    waived: images?.waived.map(({ container }) => container),
    messages: images?.failed.map(({ message }) => message),
    unused: unusedWaivers,
    blocked,
  };
};

test("without a waiver both containers are refused", () => {
  expect(judged([])).toMatchObject({ failed: ["app", "proxy"], waived: [], blocked: true });
});

test("a waiver accepts all of a resource's findings, and they are counted as waived", () => {
  expect(judged([waiver])).toMatchObject({ failed: [], waived: ["app", "proxy"], unused: [], blocked: false });
});

test("one that names a container accepts that one's", () => {
  expect(judged([{ ...waiver, container: "proxy" }])).toMatchObject({
    failed: ["app"],
    waived: ["proxy"],
    blocked: true,
  });
});

test.each(["orders", "ord*", "*", "o*d*s", urn, "urn:*::orders"])("resource %s is about it", (resource) => {
  expect(judged([{ ...waiver, resource }]).failed).toEqual([]);
});

test.each(["order", "rders", "", "orders*x", "o.ders", "Orders", "^orders$"])("resource %j is not", (resource) => {
  const other = { ...waiver, resource };
  expect(judged([other])).toMatchObject({ failed: ["app", "proxy"], unused: [other] });
});

test("a waiver of another rule accepts nothing, and is reported as unused", () => {
  const other = { ...waiver, rule: "container-liveness-probe" };
  expect(judged([other])).toMatchObject({ failed: ["app", "proxy"], unused: [other] });
});

describe("expiry", () => {
  test("it holds to the end of its last day, UTC", () => {
    expect(judged([waiver], "2026-12-31T23:59:59Z").blocked).toBe(false);
    expect(judged([waiver], "2027-01-01T00:00:00Z").blocked).toBe(true);
  });
  test("the violation then names the waiver; it is not called unused", () => {
    const { messages, unused } = judged([waiver], "2027-01-01T00:00:00Z");
    expect(messages?.[0]).toMatch(/; its waiver \(PLAT-1, platform\) expired on 2026-12-31$/);
    expect(unused).toEqual([]);
  });
  test("one that still holds wins over one that expired", () => {
    const renewed = { ...waiver, expires: "2027-06-30" };
    expect(judged([waiver, renewed], "2027-01-01T00:00:00Z").failed).toEqual([]);
  });
});
