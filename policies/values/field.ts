import type { Truth } from "./truth.ts";
import { read, UNKNOWN } from "./unknown.ts";

/** Where a field stands: its path in the resource's inputs and, inside a container, which one. */
export interface Place {
  readonly path: string;
  readonly container?: string | undefined;
}

/**
 * A field of a resource: a value that may be unknown, absent or nonsense, and the place to name in a message. Reading
 * never throws; what is under an unknown is unknown, what is under anything but an object is absent.
 */
export class Field implements Place {
  readonly path: string;
  readonly container: string | undefined;
  readonly #value: unknown;

  constructor(value: unknown, place: Place = { path: "" }) {
    // Kubernetes reads null as "not set".
    this.#value = value ?? undefined;
    this.path = place.path;
    this.container = place.container;
  }

  /** The field that the keys lead to, whether it exists or not. */
  at(...keys: string[]): Field {
    return keys.reduce<Field>((field, key) => field.#child(key, field.path ? `${field.path}.${key}` : key), this);
  }

  /** The items of a list; an unknown list is one unknown item, so that no fact about its items passes unseen. */
  items(): Field[] {
    if (this.#value === UNKNOWN) return [this.#child("?", `${this.path}[?]`)];
    if (!Array.isArray(this.#value)) return [];
    return Array.from({ length: this.#value.length }, (_, index) =>
      this.#child(String(index), `${this.path}[${index}]`),
    );
  }

  /** The same field, as part of the container of that name. */
  inContainer(container: string | undefined): Field {
    return new Field(this.#value, { path: this.path, container });
  }

  /** Whether the value meets a condition; an absent one is put to it as undefined. */
  test(condition: (value: unknown) => boolean): Truth {
    return this.#value === UNKNOWN ? "unknown" : condition(this.#value);
  }

  is(expected: boolean | string): Truth {
    return this.test((value) => value === expected);
  }

  get absent(): Truth {
    return this.test((value) => value === undefined);
  }

  /** The string here, if there is one and it is known. Never put it in a message unless it is a name. */
  get text(): string | undefined {
    return typeof this.#value === "string" ? this.#value : undefined;
  }

  #child(key: string, path: string): Field {
    const value = this.#value;
    const place = { path, container: this.container };
    if (value === UNKNOWN) return new Field(UNKNOWN, place);
    return new Field(typeof value === "object" && value !== null ? read(value, key) : undefined, place);
  }
}
