import type { Readable } from "node:stream";
import { execa } from "execa";
import type { Layer } from "./image.ts";

/** Flags that make the same files the same bytes on every machine: order, times and owners are fixed. */
const REPRODUCIBLE = ["--format=posix", "--pax-option=delete=atime,delete=ctime", "--sort=name", "--mtime=@0"].concat([
  "--owner=0",
  "--group=0",
  "--numeric-owner",
]);

/**
 * A folder as an uncompressed tar stream: the registry is on this machine, compression would only cost time. The stream
 * fails with tar's own words.
 */
export function tarOf({ folder, at, without = [] }: Layer): Readable {
  const args = [
    "--create",
    `--directory=${folder}`,
    ...REPRODUCIBLE,
    // A read-only module cache or a strict umask shall not show in an image.
    "--mode=u+rw,go+rX",
    "--anchored",
    ...without.map((name) => `--exclude=./${name}`),
    // Renames members and what hard links point to; symbolic links keep their text.
    ...(at ? [`--transform=flags=rh;s,^\\.,${at},`] : []),
    ".",
  ];
  return execa("tar", args, { buffer: { stdout: false }, stdin: "ignore" }).readable();
}
