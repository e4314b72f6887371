import { problem, value, type Meaning } from "../document/text-type";

/** Form of the short names of environments, firms and sites: they become parts of Azure names. */
export const keyPattern = "[a-z][a-z0-9]{1,19}";

export const keyForm = "2 to 20 lower-case letters and digits, a letter first";

/** Words that would be misread as a part of the platform, or that Windows keeps for devices. */
const reserved: ReadonlySet<string> = new Set(
  `all cabinet default firm hub none platform shared site
   dev prod production staging test
   aux con nul prn
   com1 com2 com3 com4 com5 com6 com7 com8 com9
   lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`.split(/\s+/),
);

/** Reads a firm's key, the base name of its file. */
export function readFirmKey(text: string): Meaning<string> {
  if (!new RegExp(`^${keyPattern}$`).test(text)) return problem(`name the file by ${keyForm}`);
  if (reserved.has(text)) return problem("choose another name for the file, this word is reserved");
  return value(text);
}
