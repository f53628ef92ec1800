import { rule } from "../../../../policies/rules/container/container-readiness-probe.ts";
import { object, type RuleCases } from "../../cases.ts";
import { bystander, service, workload } from "../../stack-trials.ts";
import { UNKNOWN_OBJECT } from "../../pods.ts";

const readinessProbe = { httpGet: { path: "/readyz", port: "http" } };
const ports = [{ name: "http", containerPort: 8080 }];
const app = { name: "app", ports };
const good = { ...app, readinessProbe };
const of = (...containers: object[]) => workload({ pod: { containers } });
const FOUND = ["orders: spec.template.spec.containers[0].readinessProbe"];
const other = { ...service({ selector: { app: "other" } }), name: "other" };

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "a probe", given: [of(good), service()] },
    {
      it: "another container that nobody asks",
      given: [of(good, { name: "exporter", ports: [{ containerPort: 9100 }] }), service()],
    },
    {
      it: "init containers end",
      given: [workload({ pod: { initContainers: [{ name: "migrate", ports }], containers: [good] } }), service()],
    },
    { it: "by number", given: [of(good), service({ ports: [{ port: 8080 }] })] },
    {
      it: "a worker that nobody asks",
      given: [
        of(good),
        service(),
        object("Deployment.apps", { spec: { template: { spec: { containers: [{}] } } } }, "worker"),
      ],
    },
    {
      it: "a job with the same labels",
      given: [of(good), service(), workload({ pod: { containers: [app] }, metadata: { name: "job" } }, "Job.batch")],
    },
  ],
  violating: [
    { it: "none", given: [of(app), service()], finds: FOUND },
    { it: "one that probes nothing", given: [of({ ...app, readinessProbe: {} }), service()], finds: FOUND },
    { it: "only another container's", given: [of(app, { name: "proxy", readinessProbe }), service()], finds: FOUND },
    { it: "a port that nobody declares", given: [of({ name: "app" }), service()], finds: FOUND },
    {
      it: "a native sidecar that takes the requests",
      given: [
        workload({
          pod: { initContainers: [{ name: "proxy", restartPolicy: "Always", ports }], containers: [{ name: "app" }] },
        }),
        service(),
      ],
      finds: ["orders: spec.template.spec.initContainers[0].readinessProbe"],
    },
    { it: "among several Services", given: [of(app), other, service()], finds: FOUND },
  ],
  unknown: [
    { it: "the probe", given: [of({ ...app, readinessProbe: UNKNOWN_OBJECT }), service()], finds: FOUND },
    { it: "what the Service selects", given: [of(app), service({ selector: UNKNOWN_OBJECT })], finds: FOUND },
    { it: "the pods' labels", given: [workload({ labels: UNKNOWN_OBJECT }), service()], finds: FOUND },
  ],
  malformed: [
    { it: "text", given: [of({ ...app, readinessProbe: "yes" }), service()], finds: FOUND },
    { it: "a Service that is none", given: [of(app), service({ selector: "app=orders", ports: 80 }), bystander] },
  ],
};
