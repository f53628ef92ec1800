import { labVariables } from "../../lab/commands/env.ts";
import { stateAt, stateRoot } from "../../lab/state.ts";

// Before each suite: the lab's tools, kubeconfig and builder, as `make env` gives them to a shell. The Automation API
// looks for the CLI on this process's own PATH.
Object.assign(process.env, await labVariables(stateAt(stateRoot())));
