import { z } from "zod";
import { issue, misplacedKey, quoted, type Issue } from "./issue.ts";
import { anything, entries, text } from "./lenient.ts";

const number = z.number().optional().catch(undefined);
const list = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.object(shape).optional().catch(undefined)).catch([]);

const questions = { path: anything, grpc: anything, tcp: anything };
const question = z.object(questions).optional().catch(undefined);
const probes = z.object({ startup: question, readiness: question, liveness: question }).optional().catch(undefined);
const sources = { configMap: anything, secret: anything, emptyDir: anything, claim: anything };
const mounts = list({ volume: text });

const shape = {
  name: text,
  port: z.number().catch(8080),
  metricsPort: z.number().catch(9090),
  grpcPort: number,
  probes,
  volumes: list({ name: text, mountPath: text, ...sources }),
  initContainers: list({ name: text, mounts }),
  sidecars: list({ name: text, port: number, mounts, probes }),
};
type Containers = z.output<z.ZodObject<typeof shape>>;

/** What the containers of a service share: names, ports and volumes. */
export function containerIssues(input: unknown): Issue[] {
  return entries(input, "services", shape).flatMap((service, index) => {
    if (!service) return [];
    const path = ["services", index];
    return [
      ...takenPorts(service, path),
      ...takenNames(service, path),
      ...volumeIssues(service, path),
      ...unknownMounts(service, path),
      ...mixedQuestions(service.probes, path),
      ...service.sidecars.flatMap((sidecar, n) => [
        ...mixedQuestions(sidecar?.probes, [...path, "sidecars", n]),
        ...missingQuestion(sidecar?.probes, [...path, "sidecars", n]),
      ]),
    ];
  });
}

interface Taken {
  key: PropertyKey[];
  value: string | number | undefined;
}

/** Of several equal values, all but the first are wrong. */
function repeated(values: Taken[], path: PropertyKey[], expected: (first: Taken) => string): Issue[] {
  return values.flatMap(({ key, value }, index) => {
    const first = values.slice(0, index).find((other) => other.value === value);
    if (value === undefined || !first) return [];
    return [issue([...path, ...key], expected(first), typeof value === "number" ? value + 1 : undefined)];
  });
}

function takenPorts({ port, metricsPort, grpcPort, sidecars }: Containers, path: PropertyKey[]): Issue[] {
  const ports: Taken[] = [
    { key: ["port"], value: port },
    { key: ["metricsPort"], value: metricsPort },
    { key: ["grpcPort"], value: grpcPort },
    ...sidecars.map((sidecar, n) => ({ key: ["sidecars", n, "port"], value: sidecar?.port })),
  ];
  return repeated(ports, path, ({ key, value }) => `a port other than \`${key.join(".")}\` (${value})`);
}

function takenNames({ name, initContainers, sidecars }: Containers, path: PropertyKey[]): Issue[] {
  const names = (key: string, of: readonly ({ name?: string } | undefined)[]): Taken[] =>
    of.map((container, n) => ({ key: [key, n, "name"], value: container?.name }));
  const containers = [...names("initContainers", initContainers), ...names("sidecars", sidecars)];
  return repeated([{ key: ["name"], value: name }, ...containers], path, () => "a name that no other container has");
}

function volumeIssues({ volumes }: Containers, path: PropertyKey[]): Issue[] {
  const of = (field: "name" | "mountPath") =>
    volumes.map((volume, n): Taken => ({ key: ["volumes", n, field], value: volume?.[field] }));
  const unclear = volumes.flatMap((volume, n) => {
    const given = volume
      ? Object.keys(sources).filter((source) => volume[source as keyof typeof sources] !== undefined)
      : [""];
    const expected = `one of ${quoted(Object.keys(sources))}${given.length > 1 ? `, not ${quoted(given)}` : ""}`;
    return given.length === 1 ? [] : [issue([...path, "volumes", n], expected, { emptyDir: { sizeLimit: "64Mi" } })];
  });
  return [
    ...unclear,
    ...repeated(of("name"), path, () => "a name that is not taken"),
    ...repeated(of("mountPath"), path, () => "a folder where no other volume is"),
  ];
}

function unknownMounts({ volumes, initContainers, sidecars }: Containers, path: PropertyKey[]): Issue[] {
  const known = volumes.flatMap((volume) => volume?.name ?? []);
  return Object.entries({ initContainers, sidecars }).flatMap(([key, containers]) =>
    containers.flatMap((container, n) =>
      (container?.mounts ?? []).flatMap((mount, position) =>
        mount?.volume === undefined || known.includes(mount.volume)
          ? []
          : [
              issue(
                [...path, key, n, "mounts", position, "volume"],
                `a name under \`volumes\`${known.length > 0 ? ` (${quoted(known)})` : ""}`,
                known[0],
              ),
            ],
      ),
    ),
  );
}

/** A probe asks in one way; which of two is meant, nobody knows. */
function mixedQuestions(asked: Containers["probes"], path: PropertyKey[]): Issue[] {
  return Object.entries(asked ?? {}).flatMap(([name, probe]) => {
    const [first, ...others] = Object.keys(questions).filter(
      (key) => probe?.[key as keyof typeof questions] !== undefined,
    );
    return others.map((key) =>
      misplacedKey([...path, "probes", name, key], `stands beside \`${first}\`, and a probe asks one thing`),
    );
  });
}

/** Nobody but its author knows when a sidecar is ready. */
function missingQuestion(asked: Containers["probes"], path: PropertyKey[]): Issue[] {
  if (!asked) return [];
  const { readiness = {} } = asked;
  if (Object.values(readiness).some((question) => question !== undefined)) return [];
  return [
    issue([...path, "probes", "readiness"], "`path`, `grpc` or `tcp`, by which it says that it is ready", {
      path: "/ready",
    }),
  ];
}
