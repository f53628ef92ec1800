import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutMetadata } from "../../../../components/network/cidr.ts";

const number = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const dotted = (n: number) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join(".");

/** Containment by arithmetic: the same addresses once the host bits are cut off. */
const contains = (address: string, length: number, other: string) =>
  Math.floor(number(address) / 2 ** (32 - length)) === Math.floor(number(other) / 2 ** (32 - length));

test("every block that holds a metadata address leaves it out, and no other block is touched", () => {
  const metadata = ["169.254.169.254", "100.100.100.200"];
  // Half of the blocks begin at a metadata address, or few would hold one.
  const address = fc.oneof(fc.nat(2 ** 32 - 1).map(dotted), fc.constantFrom(...metadata));
  fc.assert(
    fc.property(address, fc.nat(31), (from, length) => {
      const expected = metadata.filter((one) => contains(from, length, one)).map((one) => `${one}/32`);
      const cidr = `${from}/${length}`;
      expect(withoutMetadata(cidr)).toEqual(expected.length > 0 ? { cidr, except: expected } : { cidr });
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["0.0.0.0/0", ["169.254.169.254/32", "100.100.100.200/32"]],
  ["::/0", ["fd00:ec2::254/128"]],
  ["fd00:ec2::/32", ["fd00:ec2::254/128"]],
  ["2001:db8::/32", undefined],
])("%s: without %j", (cidr, except) => {
  expect(withoutMetadata(cidr).except).toEqual(except);
});

test.each(["169.254.169.254/32", "100.100.100.200/32", "fd00:ec2::254/128"])("refuses nothing but %s", (cidr) => {
  expect(() => withoutMetadata(cidr)).toThrow(`egress ${cidr}: is where a cloud hands out the credentials`);
});

test.each(["", "10.0.0.0", "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/8/8", "10.0.0.0/x", "example.com/24"])(
  "refuses %o, which is no block",
  (cidr) => {
    expect(() => withoutMetadata(cidr)).toThrow(/is no block of addresses; write it like/);
  },
);
