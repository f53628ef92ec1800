import { rule } from "../../../../policies/rules/workload/workload-shutdown.ts";
import type { RuleCases } from "../../cases.ts";
import { service, workload } from "../../stack-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const ports = [{ name: "http", containerPort: 8080 }];
const of = (preStop: unknown, grace?: unknown) => [
  workload({
    pod: { terminationGracePeriodSeconds: grace, containers: [{ name: "app", ports, lifecycle: { preStop } }] },
  }),
  service(),
];
const sleep = (seconds: unknown) => ({ sleep: { seconds } });
const HOOK = ["orders: spec.template.spec.containers[0].lifecycle.preStop"];
const GRACE = ["orders: spec.template.spec.terminationGracePeriodSeconds"];

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a sleep within the default grace", given: of(sleep(5)) },
    { it: "a sleep within its grace", given: of(sleep(60), 90) },
    { it: "a command", given: of({ exec: { command: ["/drain"] } }, 10) },
    {
      it: "a sidecar that nobody asks needs none",
      given: [
        workload({
          pod: {
            containers: [
              { name: "app", ports, lifecycle: { preStop: sleep(5) } },
              { name: "exporter", ports: [{ containerPort: 9100 }] },
            ],
          },
        }),
        service(),
      ],
    },
  ],
  violating: [
    ...[undefined, {}].map((hook) => ({ it: JSON.stringify(hook) ?? "none", given: of(hook), finds: HOOK })),
    { it: "a sleep as long as the default grace", given: of(sleep(30)), finds: GRACE },
    { it: "a sleep longer than its grace", given: of(sleep(10), 5), finds: GRACE },
    {
      it: "a port that nobody declares may be any container's",
      given: [
        workload({ pod: { containers: [{ name: "app" }] } }),
        service({ ports: [{ port: 80, targetPort: 8080 }] }),
      ],
      finds: HOOK,
    },
  ],
  unknown: [
    { it: "the hook", given: of(UNKNOWN_OBJECT), finds: [...HOOK, ...GRACE] },
    { it: "the sleep", given: of(sleep(UNKNOWN)), finds: GRACE },
    { it: "the grace", given: of(sleep(5), UNKNOWN), finds: GRACE },
    { it: "whether it is served", given: [workload(), service({ selector: UNKNOWN_OBJECT })], finds: HOOK },
  ],
  malformed: [{ it: "text", given: of("sleep"), finds: HOOK }],
};
