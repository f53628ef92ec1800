import { security } from "../../frameworks.ts";
import { namespaceOf } from "../../kubernetes/namespace.ts";
import type { Pod } from "../../kubernetes/pods.ts";
import { mandatoryInProd } from "../../levels.ts";
import type { StackRule } from "../../rule.ts";
import type { Stack } from "../../stack.ts";
import type { Field } from "../../values/field.ts";
import { and, or, some, type Truth } from "../../values/truth.ts";

const MESSAGE =
  "must be false unless the stack binds a role to the pod's service account: a token that nobody needs is there to be stolen";

/** Who needs the token says so by what it is used for: a role. The pod's own word wins over its account's. */
export const rule: StackRule = {
  name: "pod-service-account-token",
  description: "Only pods whose service account has been given a role may have its token.",
  level: mandatoryInProd,
  severity: "medium",
  framework: security,
  remediation: "Set automountServiceAccountToken: false, or bind a role to the pod's service account.",
  url: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
  checkStack(stack, about) {
    const accounts = accountsByName(stack.objectsOf("ServiceAccount").map(({ fields }) => fields));
    const subjects = Map.groupBy(subjectsOf(stack), (subject) => subject.at("name").text);
    for (const pod of stack.pods) {
      const own = pod.spec.at("automountServiceAccountToken");
      if (own.is(false) === true) {
        about(pod.object.resource)(true, own, MESSAGE);
        continue;
      }
      const ofAccount = some(near(accounts, account(pod)), (fields) =>
        and(
          is(fields.at("metadata", "name"), account(pod)),
          sameSpace(fields.at("metadata", "namespace"), pod),
          fields.at("automountServiceAccountToken").is(false),
        ),
      );
      const bound = some(near(subjects, account(pod)), (subject) =>
        and(
          subject.at("kind").is("ServiceAccount"),
          is(subject.at("name"), account(pod)),
          sameSpace(subject.at("namespace"), pod),
        ),
      );
      about(pod.object.resource)(or(own.is(false), and(own.absent, ofAccount), bound), own, MESSAGE);
    }
  },
};

function accountsByName(accounts: readonly Field[]): Map<string | undefined, Field[]> {
  return Map.groupBy(accounts, (fields) => fields.at("metadata", "name").text);
}

function subjectsOf(stack: Stack): Field[] {
  return stack
    .objectsOf("RoleBinding.rbac.authorization.k8s.io", "ClusterRoleBinding.rbac.authorization.k8s.io")
    .flatMap(({ fields }) => fields.at("subjects").items());
}

function account({ spec }: Pod): Field {
  return spec.at("serviceAccountName");
}

/** Those of that name, and those whose name is not known yet. */
function near(byName: Map<string | undefined, Field[]>, name: Field): readonly Field[] {
  if (name.unknown) return [...byName.values()].flat();
  return [...(byName.get(name.text ?? "default") ?? []), ...(byName.get(undefined) ?? [])];
}

function is(name: Field, account: Field): Truth {
  if (name.absent !== false || account.unknown) return "unknown";
  return name.is(account.text ?? "default");
}

function sameSpace(namespace: Field, pod: Pod): Truth {
  const own = namespaceOf(pod.object);
  return own.unknown ? "unknown" : namespace.test((value) => (value ?? "default") === (own.text ?? "default"));
}
