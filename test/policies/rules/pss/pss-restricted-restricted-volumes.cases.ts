import { rule } from "../../../../policies/rules/pss/pss-restricted-restricted-volumes.ts";
import type { RuleCases } from "../../cases.ts";
import { pod } from "../../pod-trials.ts";
import { UNKNOWN, UNKNOWN_OBJECT } from "../../pods.ts";

const volume = (fields: unknown) => pod({ volumes: [{ name: "tmp", emptyDir: {} }, fields] });
const VOLUME = "spec.volumes[1]";

const ALLOWED = `configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret`.split(" ");
const REFUSED = `hostPath nfs iscsi gitRepo awsElasticBlockStore azureFile cephfs rbd portworxVolume`.split(" ");

export const cases: RuleCases = {
  rule,
  compliant: [
    ...ALLOWED.map((source) => ({ it: source, given: volume({ name: "v", [source]: {} }) })),
    { it: "a bare name is an emptyDir", given: volume({ name: "v" }) },
    { it: "so is one whose source is null", given: volume({ name: "v", nfs: null }) },
    { it: "a source is enough", given: volume({ name: UNKNOWN, emptyDir: {} }) },
  ],
  violating: [
    ...REFUSED.map((source) => ({ it: source, given: volume({ name: "v", [source]: {} }), finds: [VOLUME] })),
    { it: "a source that nobody knows", given: volume({ name: "v", emptydir: {} }), finds: [VOLUME] },
  ],
  unknown: [
    { it: "the source", given: volume({ name: "v", emptyDir: UNKNOWN_OBJECT }), finds: [VOLUME] },
    { it: "the volume", given: volume(UNKNOWN_OBJECT), finds: [VOLUME] },
    { it: "the list", given: pod({ volumes: UNKNOWN }), finds: ["spec.volumes[?]"] },
  ],
  malformed: [
    { it: "text", given: volume("emptyDir"), finds: [VOLUME] },
    { it: "a list", given: volume([{}]), finds: [VOLUME] },
  ],
};
