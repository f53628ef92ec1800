import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { configFile, pkiFile, type Lab } from "../lab.ts";
import { answers } from "./probes.ts";
import type { ProcessPart } from "./part.ts";

/** How images of the lab's registry are addressed, on the host as in the lab. */
export const REGISTRY = "localhost:5000";

/** @see https://distribution.github.io/distribution/about/configuration/ */
function registryConfig({ state }: Pick<Lab, "state">, address: string, secret: string) {
  return {
    version: "0.1",
    log: { level: "warn", accesslog: { disabled: true } },
    // No blob descriptor cache: each of the two processes must see what the other has stored.
    storage: {
      filesystem: { rootdirectory: join(state.data, "registry") },
      maintenance: { uploadpurging: { enabled: false } },
    },
    http: { addr: address, secret },
  };
}

/**
 * `localhost` is another one in each network, so there is a registry in each, on the same storage. Plain http is what
 * every client allows for localhost without being told.
 */
function registryOn(
  name: string,
  address: (lab: Lab) => string,
  network: Pick<ProcessPart, "hostNetwork">,
): ProcessPart {
  return {
    name,
    tool: "registry",
    after: [],
    ...network,
    files: (lab) => ({
      [`${name}.yaml`]: stringify(
        registryConfig(lab, address(lab), readFileSync(pkiFile(lab, "registry.secret"), "utf8")),
      ),
    }),
    command: (lab) => [lab.tools.bin("registry"), "serve", configFile(lab, `${name}.yaml`)],
    ready: (lab) => answers(`http://${address(lab).replace(/^:/, `${lab.network.node}:`)}/v2/`),
  };
}

/** For the node and for pods. */
export const registry = registryOn("registry", () => ":5000", {});

/** For builds and for people. */
export const registryHost = registryOn("registry-host", () => "127.0.0.1:5000", { hostNetwork: true });
