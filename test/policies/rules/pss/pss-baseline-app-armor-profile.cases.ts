import { rule } from "../../../../policies/rules/pss/pss-baseline-app-armor-profile.ts";
import type { RuleCases } from "../../cases.ts";
import { inEachContext, pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const FIELD = "appArmorProfile.type";
const profile = (type: unknown) => ({ appArmorProfile: { type } });

const KEY = "container.apparmor.security.beta.kubernetes.io/app";
const annotated = (value: unknown, key = KEY) =>
  pod({ containers: [{ name: "app" }] }, { annotations: { [key]: value } });

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "nothing is said", given: pod({ containers: [{}] }) },
    ...["RuntimeDefault", "Localhost"].flatMap((type) => inEachContext(type, profile(type))),
    ...inEachContext("null", { appArmorProfile: null }),
    ...["runtime/default", "localhost/orders", "", null].map((value) => ({
      it: `annotation ${value}`,
      given: annotated(value),
    })),
    { it: "another annotation", given: annotated("unconfined", "example.com/apparmor") },
  ],
  violating: [
    ...inEachContext("Unconfined", profile("Unconfined"), [FIELD]),
    ...inEachContext("a profile of no type", { appArmorProfile: {} }, [FIELD]),
    ...["unconfined", "runtime/Default", "localhost"].map((value) => ({
      it: `annotation ${value}`,
      given: annotated(value),
      finds: [`metadata.annotations.${KEY}`],
    })),
  ],
  unknown: [
    ...inEachContext("the type", profile(UNKNOWN), [FIELD]),
    ...inEachContext("the context", UNKNOWN_OBJECT, [FIELD]),
    { it: "the annotation", given: annotated(UNKNOWN), finds: [`metadata.annotations.${KEY}`] },
    {
      it: "the annotations",
      given: pod({ containers: [] }, { annotations: UNKNOWN_OBJECT }),
      finds: ["metadata.annotations.?"],
    },
  ],
  malformed: [
    ...inEachContext("a list", profile(["RuntimeDefault"]), [FIELD]),
    { it: "a number as annotation", given: annotated(1), finds: [`metadata.annotations.${KEY}`] },
  ],
};
