import { trivy } from "../../frameworks.ts";
import { BINDINGS } from "../../kubernetes/rbac.ts";
import { mandatory } from "../../levels.ts";
import type { ObjectRule } from "../../rule.ts";
import { not } from "../../values/truth.ts";

const EVERYBODY = ["system:anonymous", "system:unauthenticated", "system:authenticated", "system:masters"];

/** Groups that hold whoever reaches the API server, and the one that no role can limit. */
export const rule: ObjectRule = {
  name: "rbac-no-anonymous-subjects",
  description: "No role may be bound to everybody, signed in or not, or to system:masters.",
  level: mandatory,
  severity: "critical",
  framework: trivy("KSV-0122, KSV-0123"),
  remediation: "Bind the role to the service account, user or group that needs it.",
  url: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#hardening",
  kinds: BINDINGS,
  checkObject({ fields }, require) {
    for (const subject of fields.at("subjects").items()) {
      const name = subject.at("name");
      const holds = not(name.isOneOf(EVERYBODY));
      require(holds, name, "must not be a group of everybody, or one above all roles; name who needs the role");
    }
  },
};
