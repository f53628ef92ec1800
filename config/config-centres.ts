/**
 * What each configuration centre needs to be asked for, what only the other one knows, and the variable of its
 * credential, as which the service gets that (with `_FILE`).
 */
export const configCentres = {
  nacos: { needs: { dataId: "orders.yaml" }, foreign: ["appId", "cluster"], credential: "NACOS_PASSWORD" },
  apollo: {
    needs: { appId: "orders" },
    foreign: ["group", "dataId", "username"],
    credential: "APOLLO_ACCESS_KEY_SECRET",
  },
} as const;
