/** Who a pod may talk to. Everything else is refused by the namespace's default. Plain, for each entry is a rule. */
export interface NetworkArgs {
  /**
   * Namespace of the gateway, which may then use the serving ports.
   * @default - no gateway may
   */
  gateway?: string;
  /**
   * Namespace of the monitoring, which scrapes the metrics port and takes OTLP on 4317 and 4318.
   * @default - no monitoring
   */
  monitoring?: string;
  /**
   * Pods that may use the serving ports.
   * @default - none
   */
  callers?: PeerArgs[];
  /**
   * Pods that this one calls.
   * @default - none
   */
  calls?: CallArgs[];
  /**
   * Addresses outside the cluster that this pod calls.
   * @default - none
   */
  egress?: EgressArgs[];
  /**
   * Addresses of the API server, for pods that talk to it.
   * @default - none
   */
  apiServer?: EgressArgs[];
}

/** Pods of a service or a task, wherever they run. */
export interface PeerArgs {
  /** Kubernetes name of the service or task. */
  name: string;
  /** Namespace that it runs in. */
  namespace: string;
}

/** Pods that are called. */
export interface CallArgs extends PeerArgs {
  /** Ports that they serve on. */
  ports: number[];
}

/** Addresses that are called. */
export interface EgressArgs {
  /**
   * Block of addresses, such as `203.0.113.0/24`, or `0.0.0.0/0` for the world. The cloud's metadata address is never
   * part of it. Host names are beyond a NetworkPolicy.
   * @see https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#IPBlock
   */
  cidr: string;
  /** Ports that are called there. */
  ports: number[];
  /**
   * `TCP` or `UDP`.
   * @default "TCP"
   */
  protocol?: string;
}

/** Who a program of the platform may talk to. Plain, for each entry is a rule. */
export interface OpeningsArgs {
  /**
   * Who may call it.
   * @default - nobody
   */
  from?: OpeningArgs[];
  /**
   * Whom it calls, beside the cluster's DNS.
   * @default - nobody
   */
  to?: OpeningArgs[];
}

/** One end of a connection: everybody that any of the fields names. */
export interface OpeningArgs {
  /** The pods of one service, task or program. */
  pods?: PeerArgs;
  /** Every pod of a namespace. */
  namespace?: string;
  /** Every pod of the cluster. */
  everyNamespace?: true;
  /** Blocks of addresses, such as `10.0.0.0/8`, without the cloud's metadata address. */
  cidrs?: string[];
  /** TCP ports of the pod that is called; an empty list means every port. */
  ports: number[];
}
