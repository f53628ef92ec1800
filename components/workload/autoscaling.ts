import type { Input } from "@pulumi/pulumi";
import type { autoscaling } from "@pulumi/kubernetes/types/input.js";
import type { ServiceSpec } from "./spec.ts";

/**
 * A horizontal pod autoscaler, version 2: the metric that asks for most pods wins.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export interface AutoscalingArgs {
  /**
   * Pods at least. Plain, because from two on there is a disruption budget.
   * @default 2
   */
  min?: number;
  /** Pods at most. */
  max: number;
  /**
   * CPU of the service's container, in percent of its request.
   * @default - 70 where no metric is given
   */
  cpu?: number;
  /** Memory of the service's container, in percent of its request. Beware: a Go heap grows to its limit and stays there. */
  memory?: number;
  /** Metrics of the pods themselves, from an adapter of the custom metrics API. */
  pods?: PodMetricArgs[];
  /** Metrics of another object, such as a queue. */
  objects?: ObjectMetricArgs[];
  /** Metrics from outside of the cluster. */
  external?: ExternalMetricArgs[];
  /**
   * How long a need must last before it is followed.
   * @default - up at once, down after 300 s
   */
  stabilization?: StabilizationArgs;
}

/** A metric that each pod has. */
export interface PodMetricArgs {
  /** Name of the metric. */
  metric: Input<string>;
  /** What a pod should have of it on average, as a quantity. */
  averageValue: Input<string>;
}

/** A metric of one object of the service's namespace. */
export interface ObjectMetricArgs {
  /** Name of the metric. */
  metric: Input<string>;
  /** API version of the object. */
  apiVersion: Input<string>;
  /** Kind of the object. */
  kind: Input<string>;
  /** Name of the object. */
  name: Input<string>;
  /** What it should be, divided by the number of pods. */
  averageValue: Input<string>;
}

/** A metric that belongs to no object. */
export interface ExternalMetricArgs {
  /** Name of the metric. */
  metric: Input<string>;
  /** Labels that choose among its series. */
  selector?: Record<string, Input<string>>;
  /** What it should be, divided by the number of pods. */
  averageValue: Input<string>;
}

/** Seconds over which the extreme of what was needed counts. */
export interface StabilizationArgs {
  /**
   * Before more pods.
   * @default 0
   */
  up?: number;
  /**
   * Before fewer pods.
   * @default 300
   */
  down?: number;
}

/** What the API server accepts, in seconds. */
const MAX_WINDOW = 3600;

export function autoscalingProblems({ min = 2, max, stabilization = {} }: AutoscalingArgs): string[] {
  const windows = Object.entries(stabilization).filter(([, seconds]) => (seconds as number) > MAX_WINDOW);
  return [
    ...(min <= max ? [] : [`autoscaling: min (${min}) exceeds max (${max}); raise max or lower min.`]),
    ...(min >= 1 ? [] : [`autoscaling: min (${min}) must be 1 or more; scaling to none needs another autoscaler.`]),
    ...windows.map(
      ([way, seconds]) =>
        `autoscaling.stabilization.${way} (${seconds as number} s) exceeds ${MAX_WINDOW} s; lower it to ${MAX_WINDOW} or less.`,
    ),
  ];
}

/** It owns the number of pods: the workload must not state one, or each update would set it back. */
export function autoscalerSpec(
  { name, kind, scale }: Pick<ServiceSpec, "name" | "kind" | "scale">,
  args: AutoscalingArgs,
): autoscaling.v2.HorizontalPodAutoscalerSpec {
  const { up = 0, down = 300 } = args.stabilization ?? {};
  return {
    scaleTargetRef: { apiVersion: "apps/v1", kind, name },
    minReplicas: scale?.min,
    maxReplicas: args.max,
    metrics: metrics(name, args),
    behavior: {
      scaleUp: { stabilizationWindowSeconds: up },
      scaleDown: { stabilizationWindowSeconds: down },
    },
  };
}

function metrics(container: string, args: AutoscalingArgs): autoscaling.v2.MetricSpec[] {
  const { memory, pods = [], objects = [], external = [] } = args;
  const others = [...pods, ...objects, ...external].length > 0 || memory !== undefined;
  const cpu = args.cpu ?? (others ? undefined : 70);
  const average = (averageValue: Input<string>) => ({ type: "AverageValue", averageValue });
  return [
    ...(cpu === undefined ? [] : [ofContainer(container, "cpu", cpu)]),
    ...(memory === undefined ? [] : [ofContainer(container, "memory", memory)]),
    ...pods.map(({ metric, averageValue }) => ({
      type: "Pods",
      pods: { metric: { name: metric }, target: average(averageValue) },
    })),
    ...objects.map(({ metric, apiVersion, kind, name, averageValue }) => ({
      type: "Object",
      object: { describedObject: { apiVersion, kind, name }, metric: { name: metric }, target: average(averageValue) },
    })),
    ...external.map(({ metric, selector, averageValue }) => ({
      type: "External",
      external: {
        metric: { name: metric, ...(selector && { selector: { matchLabels: selector } }) },
        target: average(averageValue),
      },
    })),
  ];
}

/** Of the service's own container: idle sidecars would hide that it is busy. */
function ofContainer(container: string, name: string, averageUtilization: number): autoscaling.v2.MetricSpec {
  return {
    type: "ContainerResource",
    containerResource: { container, name, target: { type: "Utilization", averageUtilization } },
  };
}
