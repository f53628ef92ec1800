import type { Truth } from "./truth.ts";
import { read, UNKNOWN } from "./unknown.ts";

/** Where a field stands: its path in the resource's inputs and, inside a container, which one. */
export interface Place {
  readonly path: string;
  readonly container?: string | undefined;
}

/** The way to a field: keys of objects and positions in lists, from the resource's inputs. */
export type Keys = readonly (string | number)[];

/** How it is bound to what it was read from. */
interface Origin {
  readonly parent: Field;
  readonly key: string | number;
  readonly container?: string | undefined;
  readonly secret?: boolean;
}

/**
 * A field of a resource: a value that may be unknown, absent or nonsense, and the place to name in a message. Reading
 * never throws; what is under an unknown is unknown, what is under anything but an object is absent. What was read is
 * kept, for the next rule will ask for it again.
 */
export class Field implements Place {
  readonly #value: unknown;
  readonly #origin: Origin | undefined;
  readonly #marked: boolean;
  #children: Map<string, Field> | undefined;
  #items: readonly Field[] | undefined;

  /** @param marked of a whole resource: whether it still says what the program marked as secret */
  constructor(value: unknown, origin?: Origin, marked = true) {
    // Kubernetes reads null as "not set".
    this.#value = value ?? undefined;
    this.#origin = origin;
    this.#marked = marked;
  }

  /** `spec.containers[0].image`; keys that may be anything, such as those of a ConfigMap, are printed only if harmless. */
  get path(): string {
    return this.keys.reduce<string>((path, key) => {
      if (typeof key === "number") return `${path}[${key < 0 ? "?" : key}]`;
      if (!PRINTABLE.test(key)) return `${path}[…]`;
      return path ? `${path}.${key}` : key;
    }, "");
  }

  get keys(): Keys {
    return this.#origin ? [...this.#origin.parent.keys, this.#origin.key] : [];
  }

  get container(): string | undefined {
    return this.#origin?.container ?? this.#origin?.parent.container;
  }

  /** Whether the program marked it, or what it is part of, as secret; unknown where such marks did not arrive. */
  get secret(): Truth {
    if (this.#origin?.secret) return true;
    return this.#origin ? this.#origin.parent.secret : this.#marked ? false : "unknown";
  }

  /** Whether the program marked just this as secret. */
  get markedSecret(): boolean {
    return this.#origin?.secret === true;
  }

  /** The field that the keys lead to, whether it exists or not. */
  at(...keys: readonly string[]): Field {
    let field: Field = this; // eslint-disable-line @typescript-eslint/no-this-alias -- where the walk begins
    for (const key of keys) field = field.#child(key);
    return field;
  }

  /** The items of a list; an unknown list is one unknown item, so that no fact about its items passes unseen. */
  items(): readonly Field[] {
    this.#items ??= this.#readItems();
    return this.#items;
  }

  /** The fields of an object by key; an unknown object is one unknown field, called `?`. */
  entries(): { key: string; field: Field }[] {
    if (this.unknown) return [{ key: "?", field: this.at("?") }];
    if (typeof this.#value !== "object" || this.#value === null || Array.isArray(this.#value)) return [];
    return Object.keys(this.#value).map((key) => ({ key, field: this.at(key) }));
  }

  /** The same field, as part of the container of that name. */
  inContainer(container: string | undefined): Field {
    return this.#origin ? new Field(this.#value, { ...this.#origin, container }) : this;
  }

  /** The same place, of which nothing is known. */
  obscured(): Field {
    return new Field(UNKNOWN, this.#origin);
  }

  /** The same place, with the JSON that it holds as text (a policy document) read; text that is none is absent. */
  json(): Field {
    if (typeof this.#value !== "string") return this;
    try {
      return new Field(JSON.parse(this.#value), this.#origin);
    } catch {
      return new Field(undefined, this.#origin);
    }
  }

  /** Whether the value meets a condition; an absent one is put to it as undefined. */
  test(condition: (value: unknown) => boolean): Truth {
    return this.#value === UNKNOWN ? "unknown" : condition(this.#value);
  }

  is(expected: boolean | string | number): Truth {
    return this.#value === UNKNOWN ? "unknown" : this.#value === expected;
  }

  isOneOf(expected: readonly unknown[]): Truth {
    return this.#value === UNKNOWN ? "unknown" : expected.includes(this.#value);
  }

  get absent(): Truth {
    return this.#value === UNKNOWN ? "unknown" : this.#value === undefined;
  }

  /** Whether there is nothing here: no value, or a list without items. */
  get empty(): Truth {
    return this.test((value) => value === undefined || (Array.isArray(value) && value.length === 0));
  }

  get unknown(): boolean {
    return this.#value === UNKNOWN;
  }

  /** The string here, if there is one and it is known. Never put it in a message unless it is a name. */
  get text(): string | undefined {
    return typeof this.#value === "string" ? this.#value : undefined;
  }

  /** The number here, if there is one and it is known. */
  get number(): number | undefined {
    return typeof this.#value === "number" ? this.#value : undefined;
  }

  #readItems(): Field[] {
    if (this.#value === UNKNOWN) return [new Field(UNKNOWN, { parent: this, key: -1 })];
    if (!Array.isArray(this.#value)) return [];
    return Array.from({ length: this.#value.length }, (_, index) => {
      const { value, secret } = read(this.#value as object, String(index));
      return new Field(value, { parent: this, key: index, secret });
    });
  }

  #child(key: string): Field {
    let child = this.#children?.get(key);
    if (child) return child;
    const { value, secret } = this.#read(key);
    child = new Field(value, { parent: this, key, secret });
    this.#children ??= new Map();
    this.#children.set(key, child);
    return child;
  }

  #read(key: string): { value: unknown; secret: boolean } {
    if (this.#value === UNKNOWN) return { value: UNKNOWN, secret: false };
    if (typeof this.#value !== "object" || this.#value === null) return { value: undefined, secret: false };
    return read(this.#value, key);
  }
}

/** A key that holds nothing but a name. */
const PRINTABLE = /^[\w./?-]{1,253}$/;
