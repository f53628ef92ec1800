import { expect, test } from "vitest";
import { target } from "../../../engine/target.ts";

test("the dev stack runs on the lab, the prod stack on a cluster of yours", () => {
  expect(target("dev")).toMatchObject({ onLab: true, environment: "dev", file: "Pulumi.dev.yaml" });
  expect(target("prod")).toMatchObject({ onLab: false, environment: "prod", context: "prod" });
});

test("a stack without a file is refused before anything is built", () => {
  expect(() => target("nowhere")).toThrow(/Pulumi\.nowhere\.yaml: no such file/);
});
