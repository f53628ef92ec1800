import { reaches } from "./evaluate.ts";
import { isPod, type Party, type World } from "./objects.ts";

/** The ways that are open between pairs, as `from → to port/protocol`, sorted: what a review of the policies is about. */
export function matrix(world: World, pairs: readonly [Party, Party][], ports: readonly [number, string][]): string[] {
  const ways = pairs.flatMap(([from, to]) =>
    ports
      .filter(([port, protocol]) => reaches(world, from, to, port, protocol))
      .map(([port, protocol]) => way(from, to, port, protocol)),
  );
  return [...new Set(ways)].sort();
}

export function way(from: Party, to: Party, port: number, protocol = "TCP"): string {
  return `${nameOf(from)} → ${nameOf(to)} ${port}/${protocol}`;
}

function nameOf(party: Party): string {
  return isPod(party) ? `${party.namespace}/${party.name}` : party.ip;
}
