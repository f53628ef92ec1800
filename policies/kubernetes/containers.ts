import type { Field } from "../values/field.ts";

/** The three lists that hold containers, in the order in which Pod Security admission visits them. */
const LISTS = { init: "initContainers", regular: "containers", ephemeral: "ephemeralContainers" } as const;

/** A container of a pod; its fields know its name. */
export interface Container {
  readonly role: keyof typeof LISTS;
  readonly spec: Field;
}

/** Every container of a pod spec. A list that is unknown is one container of which nothing is known. */
export function containersOf(podSpec: Field): Container[] {
  return Object.entries(LISTS).flatMap(([role, list]) =>
    podSpec
      .at(list)
      .items()
      .map((item) => ({ role: role as Container["role"], spec: item.inContainer(nameOf(item)) })),
  );
}

/** A name fit to print: a DNS label, which is all that Kubernetes accepts. The path tells the others apart. */
function nameOf(container: Field): string | undefined {
  const name = container.at("name").text;
  return name !== undefined && /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name) ? name : undefined;
}
