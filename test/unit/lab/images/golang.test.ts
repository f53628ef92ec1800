import { expect, test } from "vitest";
import { isStatic, moduleEnvironment } from "../../../../lab/images/golang.ts";

test("the order in which Go tells its settings does not change the build base", () => {
  const settings = { GOPROXY: "https://mirror.example", GOFLAGS: "-mod=mod" };
  expect(moduleEnvironment(settings)).toEqual(["GOFLAGS=-mod=mod", "GOPROXY=https://mirror.example"]);
  expect(moduleEnvironment({})).toEqual([]);
});

test("a program that needs an interpreter is told from one that needs none", () => {
  // ELF64 header with one program header at offset 64; type 3 is PT_INTERP, 1 is PT_LOAD.
  const elf = (type: number): Buffer => {
    const bytes = Buffer.alloc(120);
    bytes.writeBigUInt64LE(64n, 32);
    bytes.writeUInt16LE(56, 54);
    bytes.writeUInt16LE(1, 56);
    bytes.writeUInt32LE(type, 64);
    return bytes;
  };
  expect(isStatic(elf(1))).toBe(true);
  expect(isStatic(elf(3))).toBe(false);
});
