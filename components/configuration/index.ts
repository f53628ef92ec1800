export type { ConfigurationArgs, SecretArgs } from "./args.ts";
export type { ConfigCentreArgs } from "./centre.ts";
export { HashedConfig, type HashedConfigArgs } from "./hashed-config.ts";
export { HashedSecret, type HashedSecretArgs } from "./hashed-secret.ts";
export type { SecretReference } from "./mounts.ts";
export type { OwnerArgs } from "./owner.ts";
export { registerConfiguration } from "./register.ts";
