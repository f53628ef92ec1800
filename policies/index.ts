import { PolicyPack } from "@pulumi/policy";
import deserialize from "@pulumi/policy/deserialize.js";
import { type Deserializer, readOnce } from "./crossguard/inputs.ts";
import { rules } from "./rules.ts";

// Its declaration is stripped; without it the pack is only slower.
readOnce(deserialize as unknown as Deserializer);

new PolicyPack("slipway", { policies: rules });
