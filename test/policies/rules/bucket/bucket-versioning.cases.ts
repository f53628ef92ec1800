import { rule } from "../../../../policies/rules/bucket/bucket-versioning.ts";
import { resource, type RuleCases } from "../../cases.ts";
import { UNKNOWN } from "../../pods.ts";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => resource(type, props, "data");
const beside = (props: object, type = "aws:s3/bucketVersioning:BucketVersioning") =>
  resource(type, { bucket: "data", ...props }, "beside");
const good = { versioningConfiguration: { status: "Enabled" } };

export const cases: RuleCases = {
  rule,
  compliant: [
    { it: "beside it", given: [bucket(), beside(good)] },
    { it: "by its own name", given: [bucket({ bucket: "acme-data" }), beside({ ...good, bucket: "acme-data" })] },
    {
      it: "of the provider's older major",
      given: [bucket({}, "aws:s3/bucketV2:BucketV2"), beside(good, "aws:s3/bucketVersioningV2:BucketVersioningV2")],
    },
    { it: "in the bucket itself", given: bucket({ versioning: { enabled: true } }) },
    { it: "in an older bucket", given: bucket({ versionings: [{ enabled: true }] }, "aws:s3/bucketV2:BucketV2") },
  ],
  violating: [
    { it: "none", given: bucket(), finds: [""] },
    { it: "of another bucket", given: [bucket(), beside({ ...good, bucket: "logs" })], finds: ["data: "] },
    {
      it: "suspended",
      given: [bucket(), beside({ versioningConfiguration: { status: "Suspended" } })],
      finds: ["data: "],
    },
  ],
  unknown: [{ it: "of an unknown bucket", given: [bucket(), beside({ ...good, bucket: UNKNOWN })], finds: ["data: "] }],
  malformed: [{ it: "of nonsense", given: [bucket(), beside({ ...good, bucket: { id: "data" } })], finds: ["data: "] }],
};
