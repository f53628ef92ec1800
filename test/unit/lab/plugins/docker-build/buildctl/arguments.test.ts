import { expect, test } from "vitest";
import { buildCommand } from "../../../../../../lab/plugins/docker-build/buildctl/arguments.ts";
import type { ImageInputs } from "../../../../../../lab/plugins/docker-build/inputs.ts";

/** Values of a flag, in order. */
function flags(
  inputs: Partial<ImageInputs>,
  name: string,
  place: { preview?: boolean; inlineFolder?: string; env?: object } = {},
): string[] {
  const { arguments: words } = buildCommand({ push: false, ...inputs }, {
    preview: false,
    env: {},
    ...place,
  } as Parameters<typeof buildCommand>[1]);
  return words.flatMap((word, index) => (word === `--${name}` ? [words[index + 1] ?? ""] : []));
}

test("context and Dockerfile are folders, the file is named in its folder", () => {
  const inputs = { context: { location: "app" }, dockerfile: { location: "build/Dockerfile.prod" } };
  expect(flags(inputs, "local")).toEqual(["context=app", "dockerfile=build"]);
  expect(flags(inputs, "opt")).toContain("filename=Dockerfile.prod");
});

test("a remote context brings its own Dockerfile, unless that is inline", () => {
  const context = { location: "https://github.com/acme/app.git" };
  expect(flags({ context }, "local")).toEqual([]);
  expect(flags({ context, dockerfile: { location: "deploy/Dockerfile" } }, "opt")).toEqual(
    expect.arrayContaining([`context=${context.location}`, "filename=deploy/Dockerfile"]),
  );
  expect(flags({ context }, "opt", { inlineFolder: "/scratch" })).toContain("dockerfilekey=dockerfile");
  expect(flags({ context }, "local", { inlineFolder: "/scratch" })).toEqual(["dockerfile=/scratch"]);
});

test("named contexts are folders or images", () => {
  const named = { "golang:latest": { location: "docker-image://golang:1.26" }, lib: { location: "../lib" } };
  expect(flags({ context: { location: ".", named } }, "opt")).toEqual(
    expect.arrayContaining(["context:golang=docker-image://golang:1.26", "context:lib=local:named1"]),
  );
  expect(flags({ context: { location: ".", named } }, "local")).toContain("named1=../lib");
});

test("arguments of the build reach the frontend", () => {
  const inputs: Partial<ImageInputs> = {
    addHosts: ["db:10.0.0.1", "v6:::1"],
    buildArgs: { VERSION: "1=2" },
    labels: { team: "a, b" },
    network: "none",
    platforms: ["linux/amd64", "linux/arm64"],
    pull: true,
    target: "prod",
  };
  expect(flags(inputs, "opt")).toEqual(
    expect.arrayContaining([
      "build-arg:VERSION=1=2",
      "label:team=a, b",
      "platform=linux/amd64,linux/arm64",
      "target=prod",
      "image-resolve-mode=pull",
      "add-hosts=db=10.0.0.1,v6=::1",
      "force-network-mode=none",
    ]),
  );
});

test("secrets go by the environment: the command line names them and no more", () => {
  const { arguments: words, environment } = buildCommand(
    { push: false, secrets: { token: "canary-value" } },
    { preview: false },
  );
  expect(words).toContain("id=token,env=BUILD_SECRET_0");
  expect(words.join(" ")).not.toContain("canary-value");
  expect(environment).toEqual({ BUILD_SECRET_0: "canary-value" });
});

test("pushing names all tags in one output, plainly to this machine's registry and to no other", () => {
  expect(flags({ push: true, tags: ["localhost:5000/a:1", "localhost:5000/a:2"] }, "output")).toEqual([
    'type=image,rewrite-timestamp=true,registry.insecure=true,push=true,"name=localhost:5000/a:1,localhost:5000/a:2"',
  ]);
  expect(flags({ push: true, tags: ["ghcr.io/a/b:1"] }, "output")).toEqual([
    "type=image,rewrite-timestamp=true,push=true,name=ghcr.io/a/b:1",
  ]);
});

test("a preview builds the same and pushes nothing", () => {
  const [output = ""] = flags({ push: true, tags: ["ghcr.io/a/b:1"] }, "output", { preview: true });
  expect(output).toContain("push=false");
  const exports = [{ raw: "type=registry,name=ghcr.io/a/b:1" }, { image: { push: true, names: ["ghcr.io/a/b:2"] } }];
  expect(flags({ exports }, "output", { preview: true }).every((entry) => entry.includes("push=false"))).toBe(true);
});

test("no date gets into an image, unless somebody asks for one", () => {
  expect(flags({}, "opt")).toContain("build-arg:SOURCE_DATE_EPOCH=0");
  expect(flags({}, "opt", { env: { SOURCE_DATE_EPOCH: "5" } })).toContain("build-arg:SOURCE_DATE_EPOCH=5");
  const asked = flags({ buildArgs: { SOURCE_DATE_EPOCH: "7" } }, "opt", { env: { SOURCE_DATE_EPOCH: "5" } });
  expect(asked.filter((option) => option.includes("EPOCH"))).toEqual(["build-arg:SOURCE_DATE_EPOCH=7"]);
});

test("caches: inline, registry and local in BuildKit's words; switched off ones and GitHub's outside of GitHub are left out", () => {
  const cacheFrom = [
    { registry: { ref: "localhost:5000/c" } },
    { local: { src: "/tmp/c" } },
    { gha: {} },
    { disabled: true, raw: "type=x" },
  ];
  expect(flags({ cacheFrom }, "import-cache")).toEqual(["type=registry,ref=localhost:5000/c", "type=local,src=/tmp/c"]);
  expect(flags({ cacheFrom }, "import-cache", { env: { ACTIONS_RUNTIME_TOKEN: "t" } })).toContain("type=gha");
  const cacheTo = [
    { inline: {} },
    { registry: { ref: "r", mode: "max" as const, imageManifest: true, ignoreError: true } },
    { raw: "type=local,dest=d" },
  ];
  expect(flags({ cacheTo }, "export-cache")).toEqual([
    "type=inline",
    "type=registry,ref=r,mode=max,image-manifest=true,ignore-error=true",
    "type=local,dest=d",
  ]);
});

test("exports: folders and archives as they are, nothing for a cache alone", () => {
  const exports = [{ local: { dest: "out" } }, { tar: { dest: "out.tar" } }, { cacheonly: {} }];
  expect(flags({ exports }, "output")).toEqual(["type=local,dest=out", "type=tar,dest=out.tar"]);
});
