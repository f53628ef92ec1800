import fc from "fast-check";
import { expect, test } from "vitest";
import { LabError } from "../../../../lab/error.ts";
import { overlaps, parseCidr, planNetwork } from "../../../../lab/network/plan.ts";

const byte = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join("."));
const cidr = fc.tuple(address, fc.integer({ min: 0, max: 32 })).map(([base, length]) => `${base}/${length}`);

/** The same question, bit by bit: two ranges meet when they agree as far as the shorter prefix goes. */
function agree(a: string, b: string): boolean {
  const bits = (text: string) =>
    text
      .split("/")[0]!
      .split(".")
      .map((part) => Number(part).toString(2).padStart(8, "0"))
      .join("");
  const length = Math.min(...[a, b].map((text) => Number(text.split("/")[1] ?? 32)));
  return bits(a).slice(0, length) === bits(b).slice(0, length);
}

test("ranges overlap when their prefixes agree", () => {
  fc.assert(fc.property(cidr, cidr, (a, b) => overlaps(a, b) === agree(a, b)));
});

test("a plain address is a range of one", () => {
  expect(parseCidr("10.0.0.7")).toEqual({ first: 167772167, last: 167772167 });
});

test.each(["10.0.0", "10.0.0.256/8", "10.0.0.0/33", "fd00::/8", "", "a.b.c.d"])("refuses %j", (text) => {
  expect(() => parseCidr(text)).toThrow(LabError);
});

test("whatever the host routes, the plan touches none of it, or there is none", () => {
  const route = fc.oneof(
    cidr.filter((text) => !text.endsWith("/0")),
    fc.constant("10.231.0.0/16"),
  );
  fc.assert(
    fc.property(fc.array(route, { maxLength: 6 }), (routes) => {
      try {
        const { pods, services, host, node, linkPrefix } = planNetwork(routes);
        for (const range of [pods, services, `${host}/${linkPrefix}`, node]) {
          for (const taken of routes) expect(overlaps(range, taken)).toBe(false);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(LabError);
      }
    }),
  );
});

test("the ranges of a plan do not touch each other, and the fixed services lie in theirs", () => {
  const { pods, services, host, node, linkPrefix, apiService, dnsService } = planNetwork([]);
  const link = `${host}/${linkPrefix}`;
  expect(overlaps(link, node)).toBe(true);
  for (const [a, b] of [
    [pods, services],
    [pods, link],
    [services, link],
  ] as const)
    expect(overlaps(a, b)).toBe(false);
  for (const service of [apiService, dnsService]) expect(overlaps(services, service)).toBe(true);
});

test("says which routes are in the way when every block is taken", () => {
  expect(() => planNetwork(["10.0.0.0/8"])).toThrow(/10\.231\.0\.0\/16.*remove one of the routes 10\.0\.0\.0\/8/s);
});
