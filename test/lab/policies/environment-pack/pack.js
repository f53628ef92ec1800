import process from "node:process";
import { PolicyPack } from "@pulumi/policy";
import { environmentOf } from "../../../../policies/crossguard/environment.ts";

new PolicyPack("environment", {
  policies: [
    {
      name: "environment",
      description: "Says which environment a pack sees.",
      enforcementLevel: "advisory",
      validateStack: (_, report) => report(`seen as ${environmentOf(process.env.PULUMI_CONFIG)}`),
    },
  ],
});
