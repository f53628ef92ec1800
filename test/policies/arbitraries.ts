import fc from "fast-check";
import { caseFiles } from "./case-files.ts";
import { mutationsOf } from "./conformance/mutations.ts";
import { goodPod, UNKNOWN } from "./pods.ts";

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const flag = fc.constantFrom(true, false, undefined);
const quantity = fc.constantFrom("64Mi", "0", "1", undefined);

const probe = fc.constantFrom({ httpGet: { port: 80 } }, { exec: { command: ["true"] } }, {}, undefined);

const container = fc.record(
  {
    name: fc.constantFrom("app", "proxy", "UPPER"),
    image: fc.constantFrom("nginx", "nginx:1", "nginx:latest", `nginx@sha256:${"0".repeat(64)}`, undefined),
    restartPolicy: some(fc.constantFrom("Always", "Never")),
    resources: some(
      fc.record({
        limits: fc.record({ memory: quantity }),
        requests: fc.record({ memory: quantity, cpu: quantity }),
      }),
    ),
    securityContext: some(fc.record({ privileged: flag, runAsNonRoot: flag })),
    readinessProbe: probe,
    livenessProbe: probe,
  },
  { requiredKeys: [] },
);

const containers = fc.array(container, { maxLength: 3 });

const plainSpecs = fc.record(
  {
    hostUsers: flag,
    securityContext: some(fc.record({ runAsNonRoot: flag })),
    resources: some(fc.record({ limits: fc.record({ memory: quantity }) })),
    initContainers: containers,
    containers,
    ephemeralContainers: containers,
    volumes: fc.array(fc.constantFrom({ emptyDir: {} }, { image: { reference: "models/a" } }), { maxLength: 2 }),
  },
  { requiredKeys: ["containers"] },
);

/** Pods that the API server might accept, good and bad in every respect that a rule knows. */
export const podSpecs: fc.Arbitrary<object> = fc.oneof(
  plainSpecs,
  mutationsOf([{ spec: goodPod }]).map(({ spec }) => spec),
);

/** Every key and every word of the rules' cases: what rules look for. */
const { keys, words } = vocabularyOf(
  [...caseFiles.values()].flatMap(({ compliant, violating }) => [compliant, violating]),
);

/** Trees of those words in which anything may stand anywhere. */
export const trees = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 8 },
    fc.oneof(fc.constantFrom(UNKNOWN, null, undefined, true, false, ...words), fc.string(), fc.double()),
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 6 }),
  ),
})).tree;

function vocabularyOf(value: unknown): { keys: string[]; words: string[] } {
  const keys = new Set(["spec", "template", "containers", "items", "kind", "apiVersion"]);
  const words = new Set(["Always", "apps/v1", "Deployment"]);
  const walk = (inner: unknown): void => {
    if (typeof inner === "string") words.add(inner);
    if (typeof inner !== "object" || inner === null) return;
    for (const [key, child] of Object.entries(inner)) {
      if (!Array.isArray(inner)) keys.add(key);
      walk(child);
    }
  };
  walk(value);
  return { keys: [...keys], words: [...words] };
}
