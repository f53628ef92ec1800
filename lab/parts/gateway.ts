import { GATEWAY_CLASS, gatewayAddress, traefikManifests } from "../addons/traefik.ts";
import { condition } from "../api.ts";
import { apply } from "./kubectl.ts";
import type { TaskPart } from "./part.ts";
import { answers } from "./probes.ts";

/** The kinds of the Gateway API and of Traefik: definitions that came with the tool. */
export const gatewayKinds: TaskPart = {
  name: "gateway kinds",
  after: ["kube-apiserver"],
  run: async (lab) => {
    const files = ["standard", "kubernetes-crd-definition-v1.yml"];
    await Promise.all(files.map((file) => apply(lab, lab.tools.file("traefik", file))));
  },
  ready: async ({ api }) => {
    const served = await Promise.all(
      ["gateway.networking.k8s.io/v1/gatewayclasses", "traefik.io/v1alpha1/middlewares"].map((kind) =>
        api.get(`/apis/${kind}`),
      ),
    );
    return served.every(({ status }) => status === 200);
  },
};

/** The controller of the gateway class, and the proxy: a pod. */
export const gateway: TaskPart = {
  name: "gateway",
  after: ["gateway kinds", "gateway image"],
  run: (lab) => apply(lab, traefikManifests(lab.network)),
  ready: async ({ api, network }) => {
    const { body } = await api.get(`/apis/gateway.networking.k8s.io/v1/gatewayclasses/${GATEWAY_CLASS}`);
    return (
      condition(body, "Accepted")?.status === "True" && (await answers(`http://${gatewayAddress(network)}:8080/ping`))
    );
  },
};
