import { z } from "zod";

/**
 * A Kubernetes quantity such as `500m`, `2` or `2Gi`. YAML users write a bare `2` as well, which is taken as text.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export const quantity = (example: string) =>
  z
    .union([z.string(), z.number()], "text or a number")
    .transform(String)
    .pipe(z.string().regex(/^\d+(\.\d+)?(m|k|Ki|M|Mi|G|Gi|T|Ti)?$/, `a quantity such as ${example}`))
    .meta({ examples: [example] });
