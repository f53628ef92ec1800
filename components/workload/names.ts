/** Room for the longest suffix (`-<volume>` of a claim) in the 63 characters of a DNS label. */
const MAX_NAME = 40;
const MAX_PART = 20;

const LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** Address of a StatefulSet's single pods. */
export function peersName(name: string): string {
  return `${name}-peers`;
}

/** Storage that all pods of a Deployment share. */
export function claimName(name: string, volume: string): string {
  return `${name}-${volume}`;
}

interface Named {
  name: string;
  sidecars?: readonly { name: string }[];
  initContainers?: readonly { name: string }[];
  volumes?: readonly { name: string }[];
}

/** Names that Kubernetes would refuse, or cut off where they get their suffixes. */
export function nameProblems({ name, sidecars = [], initContainers = [], volumes = [] }: Named): string[] {
  const containers = [...initContainers, ...sidecars];
  const taken = [name, ...containers.map((container) => container.name)];
  return [
    ...labelProblems("name", name, MAX_NAME),
    ...containers.flatMap((container, index) => [
      ...labelProblems("container", container.name, MAX_NAME),
      ...(taken.indexOf(container.name) <= index
        ? [`container ${container.name}: the name is taken; give it another.`]
        : []),
    ]),
    ...volumes.flatMap((volume) => labelProblems("volume", volume.name, MAX_PART)),
  ];
}

function labelProblems(what: string, name: string, max: number): string[] {
  if (LABEL.test(name) && name.length <= max) return [];
  return [
    `${what} ${name} (${name.length} characters) must be lower-case letters, digits and \`-\`, from a letter on and at most ${max}; shorten or rewrite it.`,
  ];
}
