import type { Rule } from "../../rule.ts";
import { rule as bucketEncryption } from "./bucket-encryption.ts";
import { rule as bucketLifecycle } from "./bucket-lifecycle.ts";
import { rule as bucketLogging } from "./bucket-logging.ts";
import { rule as bucketNoForceDestroy } from "./bucket-no-force-destroy.ts";
import { rule as bucketNoLockout } from "./bucket-no-lockout.ts";
import { rule as bucketNoPublicAcl } from "./bucket-no-public-acl.ts";
import { rule as bucketOwnership } from "./bucket-ownership.ts";
import { rule as bucketPolicyNotPublic } from "./bucket-policy-not-public.ts";
import { rule as bucketProtected } from "./bucket-protected.ts";
import { rule as bucketPublicAccessBlock } from "./bucket-public-access-block.ts";
import { rule as bucketTlsOnly } from "./bucket-tls-only.ts";
import { rule as bucketVersioning } from "./bucket-versioning.ts";

export const bucket: readonly Rule[] = [
  bucketPublicAccessBlock,
  bucketEncryption,
  bucketVersioning,
  bucketTlsOnly,
  bucketNoPublicAcl,
  bucketPolicyNotPublic,
  bucketNoLockout,
  bucketLogging,
  bucketLifecycle,
  bucketOwnership,
  bucketNoForceDestroy,
  bucketProtected,
];
