import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** In a process of its own: what is loaded there is counted, and a module loads once. */
const program = `
  import { registerHooks } from "node:module";
  import { loadClient } from "./lab/plugins/kubernetes/client/index.ts";
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  const { KubeConfig, RequestContext, IsomorphicFetchHttpLibrary } = await loadClient();
  const config = new KubeConfig();
  config.loadFromClusterAndUser({ name: "c", server: "https://c:6443" }, { name: "u", token: "t" });
  const request = new RequestContext("https://c:6443/version", "GET");
  await config.applySecurityAuthentication(request);
  new IsomorphicFetchHttpLibrary();
  const generated = loaded.filter((url) => /client-node\\/dist\\/gen\\/(apis|models|types)\\//.test(url));
  console.log(JSON.stringify({ authorization: request.getHeaders().Authorization, generated: generated.length }));
`;

test("the client authenticates a request, and none of its generated classes is loaded for it", () => {
  const args = ["--input-type=module", "--eval", program];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8" });
  expect(JSON.parse(printed)).toEqual({ authorization: "Bearer t", generated: 0 });
}, 20_000);
