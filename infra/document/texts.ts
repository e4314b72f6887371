import { z } from "zod";
import { problem, textOf, value, type Meaning } from "./text-type";

/** A name as people write it, for people, or another text of one line: 1 to `most` characters. */
export function displayName({
  most,
  example,
  what = "name",
}: {
  most: number;
  example: string;
  what?: string;
}) {
  return textOf({
    allowed: `a ${what} of 1 to ${most} characters`,
    example,
    pattern: `^\\S(.{0,${most - 2}}\\S)?$`,
    read: (text): Meaning<string> => {
      if (text.trim() === "") return problem(`write a ${what}, like ${example}`);
      if (text.trim() !== text) return problem("remove the spaces at the start and the end");
      if (/[\p{Cc}\u2028\u2029]/u.test(text)) return problem(`write the ${what} in one line`);
      if (text.length > most) return problem(`shorten it by ${text.length - most} characters`);
      return value(text);
    },
  });
}

/** A GUID, given back in lower case; `source` says where one finds it. */
export function guid({ what, source }: { what: string; source: string }) {
  return textOf({
    allowed: `${what}, a GUID`,
    example: "6f1d2c3b-0000-4000-8000-000000000001",
    pattern: "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
    read: (text) =>
      /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) && /[1-9a-f]/i.test(text)
        ? value(text.toLowerCase())
        : problem(`write the GUID that ${source} shows`),
  });
}

/** An e-mail address or Entra sign-in name, given back in lower case. */
export function signInName({ example }: { example: string }) {
  return textOf({
    allowed: "a sign-in name in the form of an e-mail address",
    example,
    pattern: z.regexes.email.source,
    read: (text) =>
      z.regexes.email.test(text)
        ? value(text.toLowerCase())
        : problem(`write an address, like ${example}`),
  });
}

/** A GUID, or nothing. */
export function optionalGuid({ what }: { what: string }) {
  return textOf({
    allowed: `${what}, a GUID, or an empty text`,
    example: "6f1d2c3b-0000-4000-8000-000000000001",
    pattern: "^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})?$",
    read: (text): Meaning<string | undefined> =>
      text === ""
        ? value(undefined)
        : /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
          ? value(text.toLowerCase())
          : problem("write the object id that Entra shows, or an empty text"),
  });
}

/** A telephone number with its country, or nothing. */
export function phone() {
  return textOf({
    allowed: "a telephone number that starts with + and the country, or an empty text",
    example: "+33 4 76 00 00 00",
    pattern: "^(\\+[1-9][0-9 .()-]{5,24})?$",
    read: (text) =>
      text === "" || /^\+[1-9][\d .()-]{5,24}$/.test(text)
        ? value(text)
        : problem("write it with its country, like +33 4 76 00 00 00"),
  });
}
