import type { Input } from "@pulumi/pulumi";

/** Elasticsearch or OpenSearch as the place of the lines. */
export interface StoreArgs {
  /** Where it answers, such as `https://logs.example.com:9200`. */
  endpoint: string;
  /**
   * Name of the data stream, of its index template and of its lifecycle policy.
   * @default "slipway-logs"
   */
  index?: string;
  /**
   * Who the agents are there. Plain, because it decides which files their pods have.
   * @default - nobody: the store lets everybody in
   */
  credentials?: StoreCredentialsArgs;
  /**
   * Blocks of addresses that it is reached at, as a NetworkPolicy knows no names.
   * @default - the namespace that the address names (`…<namespace>.svc…`), else any address
   */
  cidrs?: string[];
}

/** A user and a password in a Secret. */
export interface StoreCredentialsArgs {
  /** Name of the Secret, in the namespace of the agents. */
  secret: Input<string>;
  /**
   * Key of the user.
   * @default "username"
   */
  usernameKey?: Input<string>;
  /**
   * Key of the password.
   * @default "password"
   */
  passwordKey?: Input<string>;
}
