import { SECRET, UNKNOWN } from "../../infra/resources/registered";

type Values = Readonly<Record<string, unknown>>;

/** Inputs with one thing about them wrong, or at least other. */
export interface Mutation {
  readonly what:
    | "left out"
    | "another value"
    | "another type"
    | "unknown beside it"
    | "far too small"
    | "far too large";
  /** Where, with `[]` for whichever element of a list. */
  readonly path: string;
  readonly inputs: Values;
}

/** Every way to change one thing in inputs, at any depth; of a list only its first element. */
export function* mutations(inputs: Values): Generator<Mutation> {
  yield* inObject(inputs, "", (changed) => changed);
}

type Put = (changed: Values) => Values;

function* inObject(object: Values, path: string, put: Put): Generator<Mutation> {
  for (const [name, value] of Object.entries(object)) {
    const inner = path === "" ? name : `${path}.${name}`;
    const { [name]: _left, ...others } = object;
    yield { what: "left out", path: inner, inputs: put(others) };
    yield* inValue(value, inner, (changed) => put({ ...object, [name]: changed }));
  }
  yield {
    what: "unknown beside it",
    path: path === "" ? "*" : `${path}.*`,
    inputs: put({ ...object, zzUnknown: "x" }),
  };
}

function* inValue(
  value: unknown,
  path: string,
  put: (changed: unknown) => Values,
): Generator<Mutation> {
  if (value === UNKNOWN || value === SECRET) return;
  if (Array.isArray(value)) {
    yield { what: "another type", path, inputs: put("x") };
    const [first, ...others] = value as readonly unknown[];
    if (first !== undefined)
      yield* inValue(first, `${path}[]`, (changed) => put([changed, ...others]));
  } else if (typeof value === "object" && value !== null) {
    yield { what: "another type", path, inputs: put("x") };
    yield* inObject(value as Values, path, put);
  } else if (typeof value === "string") {
    yield { what: "another value", path, inputs: put(`${value}Zz!`) };
    yield { what: "another type", path, inputs: put(7) };
  } else {
    yield { what: "another type", path, inputs: put("seven") };
    if (typeof value !== "number") return;
    yield { what: "far too small", path, inputs: put(-7) };
    yield { what: "far too large", path, inputs: put(1_000_000_007) };
  }
}
