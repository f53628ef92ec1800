import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { LabError } from "../error.ts";
import type { LabImage } from "./image.ts";

const VERSION = "1.26.8";

/** Parts of a Go distribution that no build reads: 30 MB. */
const UNUSED = ["api", "doc", "misc", "test"];

/** Where distributions keep the certificates that this machine trusts, in the order in which Go looks. */
const CERTIFICATES = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

/** How this machine reaches Go modules; a build in the lab has to reach them in the same way. */
const MODULE_SETTINGS = ["GOPROXY", "GOSUMDB", "GOFLAGS"];

/** The wanted toolchain: the machine's own when it is that version, else one fetched as a Go module. */
async function toolchain(): Promise<{ root: string; settings: string[] }> {
  const [{ GOROOT = "" }, changed] = await Promise.all([goEnv("GOROOT"), goEnv("-changed", ...MODULE_SETTINGS)]);
  return { root: GOROOT, settings: moduleEnvironment(changed) };
}

async function goEnv(...args: string[]): Promise<Record<string, string>> {
  const { stdout, failed } = await execa("go", ["env", "-json", ...args], {
    env: { GOTOOLCHAIN: `go${VERSION}` },
    reject: false,
  });
  if (failed) {
    throw new LabError(
      `The image golang:${VERSION} needs Go ${VERSION}, and Go could not fetch it: install it from https://go.dev/dl, or set GOPROXY to a module proxy that can be reached.`,
    );
  }
  return JSON.parse(stdout) as Record<string, string>;
}

/** Settings as environment variables, in an order that does not change the image. */
export function moduleEnvironment(settings: Record<string, string>): string[] {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}

/** A program that runs in an image without a C library names no interpreter (ELF program header PT_INTERP). */
export function isStatic(elf: Buffer): boolean {
  const [table, size, count] = [Number(elf.readBigUInt64LE(32)), elf.readUInt16LE(54), elf.readUInt16LE(56)];
  return Array.from({ length: count }, (_, index) => elf.readUInt32LE(table + index * size)).every(
    (type) => type !== 3,
  );
}

async function findBusybox(): Promise<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, "busybox");
    if (existsSync(path) && isStatic(await readFile(path))) return path;
  }
  throw new LabError(
    `The image golang:${VERSION} gets its shell from a statically linked busybox, and there is none on the PATH: apt-get install busybox-static.`,
  );
}

/**
 * The base of service builds: the Go toolchain, a shell and the certificates of this machine. Named as Docker's official
 * image, so that one Dockerfile builds in the lab and anywhere else. No compiler for C, no git.
 * @see https://github.com/docker-library/golang
 */
export const golang: LabImage = {
  repository: "library/golang",
  tag: VERSION,
  plan: async () => {
    const [{ root: goRoot, settings }, busybox] = await Promise.all([toolchain(), findBusybox()]);
    const certificates = CERTIFICATES.find((path) => existsSync(path));
    const contents = await Promise.all(
      [busybox, ...(certificates ? [certificates] : [])].map((path) => readFile(path)),
    );
    return {
      config: {
        WorkingDir: "/go",
        Env: [
          "PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "GOPATH=/go",
          `GOLANG_VERSION=${VERSION}`,
          "GOTOOLCHAIN=local",
          ...settings,
        ],
        Cmd: ["sh"],
      },
      ingredients: contents.map((content) => createHash("sha256").update(content).digest("hex")),
      fill: async (root) => {
        await fillSystem(root, busybox, certificates);
        return [{ folder: goRoot, at: "usr/local/go", without: UNUSED }];
      },
    };
  },
};

/** The smallest system in which `RUN` works. */
async function fillSystem(root: string, busybox: string, certificates: string | undefined): Promise<void> {
  for (const folder of ["bin", "etc/ssl/certs", "go/bin", "go/src", "root", "tmp", "usr/bin"]) {
    await mkdir(join(root, folder), { recursive: true });
  }
  // Sticky and open to all: a build may run as another user.
  await chmod(join(root, "tmp"), 0o1777);
  await copyFile(busybox, join(root, "bin/busybox"));
  const { stdout } = await execa(busybox, ["--list"]);
  const applets = stdout.split("\n").filter((applet) => applet !== "busybox");
  await Promise.all(applets.map((applet) => symlink("busybox", join(root, "bin", applet))));
  await symlink("/bin/env", join(root, "usr/bin/env"));
  await writeFile(
    join(root, "etc/passwd"),
    "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
  );
  await writeFile(join(root, "etc/group"), "root:x:0:\nnogroup:x:65534:\n");
  if (certificates) await copyFile(certificates, join(root, "etc/ssl/certs/ca-certificates.crt"));
}
