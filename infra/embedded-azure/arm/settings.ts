import { Refusal } from "../values/refusal";

/** Reads a setting of one store; undefined where Azure is as it is by itself. */
export type Setting = (name: string) => string | undefined;

/** Something an operator may set, e.g. for a training. */
interface SettingForm {
  /** How its name is written, for people. */
  readonly shown: string;
  readonly name: RegExp;
  readonly value: RegExp;
  /** What its value is, for people. */
  readonly values: string;
  readonly byItself: string;
  readonly what: string;
}

const wholeNumber = /^\d{1,6}$/;

/** Every setting there is. */
export const settingForms: readonly SettingForm[] = [
  {
    shown: "clock",
    name: /^clock$/,
    value: /^\+\d{1,5}d$/,
    values: "days, e.g. +15d",
    byItself: "+0d",
    what: "how far its clock is ahead of the true time",
  },
  {
    shown: "softDelete",
    name: /^softDelete$/,
    value: /^(kept|gone)$/,
    values: "kept or gone",
    byItself: "kept",
    what: "whether key vaults and backups that are deleted keep their name until their time is over",
  },
  {
    shown: "registration",
    name: /^registration$/,
    value: /^(automatic|byHand)$/,
    values: "automatic or byHand",
    byItself: "automatic",
    what: "whether callers may register the resource providers they need, which azure-native does by itself",
  },
  {
    shown: "registered.<namespace>",
    name: /^registered\.[A-Za-z][\w.]+$/,
    value: /^(yes|no)$/,
    values: "yes or no",
    byItself: "no, but for those Azure registers itself",
    what: "with registration=byHand: a resource provider somebody has registered, e.g. registered.Microsoft.Compute",
  },
  {
    shown: "vcpus[.<region>[.<family>]]",
    name: /^vcpus(\.[a-z0-9]+(\.[A-Za-z0-9]+)?)?$/,
    value: wholeNumber,
    values: "a whole number up to 999999",
    byItself: "350",
    what: "vCPUs of a subscription in a region, and of one family of sizes in it, e.g. vcpus.francecentral.standardEASv5Family",
  },
  {
    shown: "limit.<type>",
    name: /^limit\.[A-Za-z][\w.]+(\/\w+)+$/,
    value: wholeNumber,
    values: "a whole number up to 999999",
    byItself: "Azure's own",
    what: "how many resources of a type there may be, e.g. limit.Microsoft.DesktopVirtualization/applicationGroups",
  },
];

/**
 * Checks a setting somebody wants.
 *
 * @throws {Refusal} that says what there is to set.
 */
export function checkSetting(name: string, value: string): void {
  const form = settingForms.find((each) => each.name.test(name));
  if (form === undefined)
    throw new Refusal(
      `there is no setting ${name}; there are ${settingForms.map(({ shown }) => shown).join(", ")}`,
    );
  if (!form.value.test(value))
    throw new Refusal(`${name} cannot be ${value}: it is ${form.values}`);
}

/** How many days the clock is ahead. */
export function daysAhead(setting: Setting): number {
  return Number(/^\+(\d+)d$/.exec(setting("clock") ?? "")?.[1] ?? 0);
}

/** Whether what is deleted keeps its name until its time is over. */
export function keepsDeleted(setting: Setting): boolean {
  return setting("softDelete") !== "gone";
}

/** The number a setting says, else Azure's own. */
export function numberSet(setting: Setting, name: string, byItself: number): number {
  const value = setting(name);
  return value === undefined ? byItself : Number(value);
}
