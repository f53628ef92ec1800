import fc from "fast-check";
import { expect, test } from "vitest";
import { isIgnored, parseDockerignore } from "../../../../../../lab/plugins/docker-build/context/dockerignore.ts";

const ignored = (text: string, path: string): boolean => isIgnored(parseDockerignore(text), path);

test.each([
  ["node_modules", "node_modules/a/b.js", true, "a folder takes all that is below it"],
  ["node_modules", "sub/node_modules/a.js", false, "a pattern is anchored at the root, unlike in a .gitignore"],
  ["**/node_modules", "sub/deep/node_modules/a.js", true, "** stands for any number of folders"],
  ["**/node_modules", "node_modules/a.js", true, "** stands for no folder, too"],
  ["/bin/", "bin/app", true, "slashes at the ends do not count"],
  ["./a//b/../c", "a/c", true, "the pattern is cleaned"],
  ["*.md", "README.md", true, "* is part of a name"],
  ["*.md", "docs/page.md", false, "* does not cross a folder"],
  ["*/temp*", "some/temporary.txt", true, "one folder down"],
  ["*/temp*", "some/deep/temp", false, "and not two"],
  ["file?.txt", "file1.txt", true, "? is one character"],
  ["file?.txt", "file.txt", false, "and not none"],
  ["[ab].txt", "b.txt", true, "a class"],
  ["[^ab].txt", "b.txt", false, "a class turned round"],
  ["a+b(c).$", "a+b(c).$", true, "what is special elsewhere is itself here"],
  ["a.c", "abc", false, "a dot is a dot"],
  ["\\*", "*", true, "an escaped star is a star"],
  ["\\*", "x", false, "and nothing else"],
  ["# comment\n  \n a ", "a", true, "comments and spaces around do not count"],
  ["docs/**", "docs/a/b", true, "all below a folder"],
  ["*\n!keep.txt", "keep.txt", false, "! takes back"],
  ["!keep.txt\n*", "keep.txt", true, "the last that fits decides"],
  ["vendor\n!vendor/own", "vendor/own/a.go", false, "! reaches into a folder that is out"],
  ["vendor\n!vendor/own", "vendor/other/a.go", true, "and only where it points"],
  ["", "a", false, "nothing is ignored by nothing"],
])("%j on %s: %s (%s)", (text, path, expected) => {
  expect(ignored(text, path)).toBe(expected);
});

test("a pattern that cannot be read is named", () => {
  expect(() => parseDockerignore("good\n[a-")).toThrow('.dockerignore: "[a-" is not a pattern');
});

test("for any plain path: naming it, or a folder above it, ignores it, and naming it with ! keeps it", () => {
  const path = fc.array(
    fc.stringMatching(/^[a-z0-9._-]{1,6}$/).filter((part) => !/^\.{1,2}$/.test(part)),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(path, fc.nat(), (parts, at) => {
      const above = parts.slice(0, 1 + (at % parts.length)).join("/");
      expect(ignored(`/${above}`, parts.join("/"))).toBe(true);
      expect(ignored(`*\n!/${above}`, parts.join("/"))).toBe(false);
    }),
  );
});
