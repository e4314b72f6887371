import { randomBytes, randomInt, randomUUID } from "node:crypto";

import { textOf } from "../../values/json";
import type { Json, JsonObject } from "../../values/property";
import { isArray } from "../../values/property";
import { Refusal } from "../../values/refusal";
import type { ResourceState } from "../provider";
import type { CharacterClass } from "./characters";
import { drawCharacters, shuffled } from "./characters";

/** Makes a resource of class `random`: its id and what it computes beside its inputs. */
type Generator = (inputs: JsonObject) => ResourceState;

/** Special characters when the program names none: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/password */
const usualSpecials = "!@#$%&*()-_=+[]{}<>:?";

/** How each class of `random` comes by its value. */
export const generators: Readonly<Record<string, Generator>> = {
  "random:index/randomPassword:RandomPassword": (inputs) => ({
    id: "none",
    outputs: characters(inputs),
  }),
  "random:index/randomString:RandomString": (inputs) => {
    const outputs = characters(inputs);
    return { id: textOf(outputs["result"]), outputs };
  },
  "random:index/randomUuid:RandomUuid": () => {
    const result = randomUUID();
    return { id: result, outputs: { result } };
  },
  "random:index/randomId:RandomId": (inputs) => {
    const bytes = randomBytes(whole(inputs, "byteLength"));
    const prefix = text(inputs, "prefix", "");
    const hex = bytes.toString("hex");
    const outputs = {
      b64Std: prefix + bytes.toString("base64"),
      b64Url: prefix + bytes.toString("base64url"),
      dec: prefix + BigInt(`0x${hex}`).toString(),
      hex: prefix + hex,
    };
    return { id: bytes.toString("base64url"), outputs };
  },
  "random:index/randomBytes:RandomBytes": (inputs) => {
    const bytes = randomBytes(whole(inputs, "length"));
    return {
      id: "none",
      outputs: { base64: bytes.toString("base64"), hex: bytes.toString("hex") },
    };
  },
  "random:index/randomInteger:RandomInteger": (inputs) => {
    const [min, max] = [whole(inputs, "min"), whole(inputs, "max")];
    if (min > max) throw new Refusal(`min is ${min}, more than max ${max}`);
    const result = randomInt(min, max + 1);
    return { id: String(result), outputs: { result } };
  },
  "random:index/randomPet:RandomPet": (inputs) => {
    const separator = text(inputs, "separator", "-");
    const length = whole(inputs, "length", 2);
    const words = Array.from({ length }, (_, place) => word(place === length - 1 ? pets : adverbs));
    const prefix = text(inputs, "prefix", "");
    const id = [...(prefix === "" ? [] : [prefix]), ...words].join(separator);
    return { id, outputs: { separator, length } };
  },
  "random:index/randomShuffle:RandomShuffle": (inputs) => {
    const given = inputs["inputs"];
    const elements = isArray<Json>(given) ? given : [];
    const results = shuffled(elements).slice(0, whole(inputs, "resultCount", elements.length));
    return { id: "-", outputs: { results } };
  },
};

const adverbs = ["calmly", "duly", "evenly", "fairly", "gladly", "neatly", "openly", "truly"];
const pets = ["badger", "beaver", "falcon", "hare", "heron", "marmot", "otter", "robin"];

function word(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? "";
}

/** The result of RandomPassword and RandomString, with the settings spelt out as the genuine provider does. */
function characters(inputs: JsonObject): JsonObject {
  const numeric = flag(inputs, "numeric", flag(inputs, "number", true));
  const settings = {
    lower: flag(inputs, "lower", true),
    upper: flag(inputs, "upper", true),
    numeric,
    number: numeric,
    special: flag(inputs, "special", true),
    minLower: whole(inputs, "minLower", 0),
    minUpper: whole(inputs, "minUpper", 0),
    minNumeric: whole(inputs, "minNumeric", 0),
    minSpecial: whole(inputs, "minSpecial", 0),
  };
  const classes = [
    classOf(settings.lower, "abcdefghijklmnopqrstuvwxyz", settings.minLower),
    classOf(settings.upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", settings.minUpper),
    classOf(settings.numeric, "0123456789", settings.minNumeric),
    classOf(settings.special, text(inputs, "overrideSpecial", usualSpecials), settings.minSpecial),
  ];
  return { ...settings, result: drawCharacters({ length: whole(inputs, "length"), classes }) };
}

function classOf(wanted: boolean, all: string, least: number): CharacterClass {
  return { characters: wanted ? all : "", least };
}

function flag(inputs: JsonObject, name: string, otherwise: boolean): boolean {
  const value = inputs[name];
  return typeof value === "boolean" ? value : otherwise;
}

function text(inputs: JsonObject, name: string, otherwise: string): string {
  const value = inputs[name];
  return typeof value === "string" ? value : otherwise;
}

function whole(inputs: JsonObject, name: string, otherwise?: number): number {
  const value = inputs[name] ?? otherwise;
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new Refusal(`${name} must be a whole number`);
}
