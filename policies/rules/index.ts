import type { Rule } from "../rule.ts";
import { autoscaler } from "./autoscaler/index.ts";
import { bucket } from "./bucket/index.ts";
import { config } from "./config/index.ts";
import { container } from "./container/index.ts";
import { disruption } from "./disruption/index.ts";
import { ecr } from "./ecr/index.ts";
import { eks } from "./eks/index.ts";
import { helm } from "./helm/index.ts";
import { iam } from "./iam/index.ts";
import { image } from "./image/index.ts";
import { ingress } from "./ingress/index.ts";
import { job } from "./job/index.ts";
import { kms } from "./kms/index.ts";
import { namespace } from "./namespace/index.ts";
import { network } from "./network/index.ts";
import { pod } from "./pod/index.ts";
import { probe } from "./probe/index.ts";
import { pss } from "./pss/index.ts";
import { rbac } from "./rbac/index.ts";
import { secret } from "./secret/index.ts";
import { secretsmanager } from "./secretsmanager/index.ts";
import { service } from "./service/index.ts";
import { volume } from "./volume/index.ts";
import { workload } from "./workload/index.ts";

/** Every rule of the pack, in the order in which reports list them. */
export const table: readonly Rule[] = [
  ...pss,
  ...pod,
  ...container,
  ...image,
  ...workload,
  ...disruption,
  ...autoscaler,
  ...job,
  ...namespace,
  ...probe,
  ...volume,
  ...secret,
  ...config,
  ...network,
  ...service,
  ...ingress,
  ...rbac,
  ...helm,
  ...ecr,
  ...kms,
  ...bucket,
  ...secretsmanager,
  ...eks,
  ...iam,
];
