import { KubeConfig } from "@kubernetes/client-node";
import { expect, test } from "vitest";
import { kubeconfig } from "../../../../lab/pki/kubeconfig.ts";

test("a client reads back the server, the context and the credentials", () => {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig("https://10.0.0.1:6443", { ca: "CA\n", certificate: "CERT\n", key: "KEY\n" }));
  expect(config.getCurrentContext()).toBe("lab");
  expect(config.getCurrentCluster()?.server).toBe("https://10.0.0.1:6443");
  const decode = (text?: string) => Buffer.from(text ?? "", "base64").toString();
  expect(decode(config.getCurrentCluster()?.caData)).toBe("CA\n");
  expect(decode(config.getCurrentUser()?.certData)).toBe("CERT\n");
  expect(decode(config.getCurrentUser()?.keyData)).toBe("KEY\n");
});
