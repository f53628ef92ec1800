import type { Operations } from "../protocol/plugin.ts";
import { serve } from "../protocol/serve.ts";
import { getRegistryImage, readLogins } from "./registry-image.ts";

const name = "docker";
const version = "5.2.0";

function refuse(what: string): never {
  throw new Error(
    `the lab's docker stand-in has no ${what}, it only answers getRegistryImage; install the official plugin: pulumi plugin install resource ${name} ${version}`,
  );
}

await serve({
  name,
  version,
  configure({ values }): Operations {
    const logins = readLogins(values.registryAuth);
    return {
      check: ({ type }) => refuse(type),
      diff: ({ type }) => refuse(type),
      create: ({ type }) => refuse(type),
      update: ({ type }) => refuse(type),
      read: ({ type }) => refuse(type),
      delete: ({ type }) => refuse(type),
      async invoke({ token, args }) {
        if (token !== "docker:index/getRegistryImage:getRegistryImage") refuse(token);
        return { values: await getRegistryImage(args.values, logins), secrets: args.secrets };
      },
    };
  },
});
