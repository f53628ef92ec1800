import { runtime, type Resource } from "@pulumi/pulumi";

interface Recorded {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

/**
 * Runs a piece of program under mocks and returns what it registered, in the order of type and name. Mocks cannot show
 * parents or options; those are proven in the lab.
 */
export async function recorded(program: () => Resource | Promise<Resource>, outputs: Record<string, unknown> = {}) {
  const resources: Recorded[] = [];
  await runtime.setMocks({
    newResource({ type, name, inputs }) {
      const record = inputs as Record<string, unknown>;
      resources.push({ type, name, inputs: record });
      return { id: name, state: { ...record, ...outputs } };
    },
    call: ({ inputs }) => ({ ...(inputs as Record<string, unknown>), ...outputs }),
  });
  const resource = await program();
  await runtime.disconnect();
  resources.sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));
  return { resources, resource };
}
