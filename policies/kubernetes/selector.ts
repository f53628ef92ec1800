import type { Field } from "../values/field.ts";
import { and, every, not, or, some, type Truth } from "../values/truth.ts";

/**
 * Whether a LabelSelector selects what has these labels: `{}` selects everything, an absent one nothing.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/label-selector/
 */
export function selects(selector: Field, labels: Field): Truth {
  return and(
    not(selector.absent),
    isMap(selector),
    hasAll(selector.at("matchLabels"), labels),
    every(selector.at("matchExpressions").items(), (expression) => meets(expression, labels)),
  );
}

/** Whether a plain map of labels (a Service's selector) selects it: an empty one selects nothing. */
export function selectsByMap(selector: Field, labels: Field): Truth {
  const wanted = selector.entries();
  return selector.unknown ? "unknown" : and(wanted.length > 0, hasAll(selector, labels));
}

function isMap(field: Field): Truth {
  return field.test((value) => typeof value === "object" && !Array.isArray(value));
}

function hasAll(wanted: Field, labels: Field): Truth {
  if (wanted.unknown) return "unknown";
  return every(wanted.entries(), ({ key, field }) => equal(labels.at(key), field));
}

function equal(one: Field, other: Field): Truth {
  if (one.absent === true || other.absent === true) return false;
  if (one.unknown || other.unknown) return "unknown";
  return one.text !== undefined && one.text === other.text;
}

function meets(expression: Field, labels: Field): Truth {
  const [key, operator] = [expression.at("key"), expression.at("operator")];
  if (key.unknown || operator.unknown || expression.unknown) return "unknown";
  if (key.text === undefined) return false;
  const label = labels.at(key.text);
  const isListed = some(expression.at("values").items(), (value) => equal(label, value));
  switch (operator.text) {
    case "In":
      return isListed;
    case "NotIn":
      return or(label.absent, not(isListed));
    case "Exists":
      return not(label.absent);
    case "DoesNotExist":
      return label.absent;
    default:
      return false;
  }
}
