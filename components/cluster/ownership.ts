import type { ResourceTransform } from "@pulumi/pulumi";

/** Name under which every `up` owns the fields that it sets, from whichever machine it runs. */
const FIELD_MANAGER = "slipway";

/**
 * Gives every object one field manager instead of a random one for each creation. An object that was created by an `up`
 * which was killed, and then taken over, would otherwise keep its dead owner, and refuse the next change of a field.
 * Fields that others own are still refused.
 * @see https://www.pulumi.com/registry/packages/kubernetes/how-to-guides/managing-resources-with-server-side-apply/#field-managers
 */
export const ownFields: ResourceTransform = ({ type, props, opts }) => {
  if (!type.startsWith("kubernetes:")) return undefined;
  const { metadata, ...others } = props as { metadata?: { annotations?: Record<string, string> } };
  const annotations = { ...metadata?.annotations, "pulumi.com/patchFieldManager": FIELD_MANAGER };
  return { props: { ...others, metadata: { ...metadata, annotations } }, opts };
};
