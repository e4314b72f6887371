import { topOf, type Fault } from "../document/fault";
import { printable } from "../document/printable";
import { openDocument, refuse, type Reading } from "../document/source-document";
import type { Firm } from "../firm/firm";
import { readRequests, requestWarnings } from "../firm/read-requests";
import { listFiles, peopleFile, peopleFolder, readBytes } from "./files";

/** A firm with its people by name, where it has a request file. A firm that cannot be read keeps its own faults. */
export function readPeople(
  root: string,
  key: string,
  firm: Reading<Firm>,
): { readonly reading: Reading<Firm>; readonly warnings: readonly Fault[] } {
  const file = peopleFile(key);
  if (!firm.ok || !listFiles(root, peopleFolder).includes(`${key}.yaml`))
    return { reading: firm, warnings: [] };
  const bytes = readBytes(root, file);
  const document = bytes.ok ? openDocument(file, bytes.value) : bytes;
  if (!document.ok) return { reading: document, warnings: [] };
  const requests = readRequests(document.value, firm.value);
  if (!requests.ok) return { reading: requests, warnings: [] };
  const value = { ...firm.value, requests: requests.value };
  return { reading: { ok: true, value }, warnings: requestWarnings(document.value, value) };
}

/** Request files of no firm: somebody's access would be missing without a word. */
export function strayPeople(root: string, firmKeys: readonly string[]) {
  return listFiles(root, peopleFolder).flatMap((name) => {
    const key = /^([^.].*)\.ya?ml$/i.exec(name)?.[1];
    if (key === undefined || (name.endsWith(".yaml") && firmKeys.includes(key))) return [];
    const file = `${peopleFolder}/${name}`;
    const fault: Fault = {
      ...topOf(file),
      path: "",
      met: `the file name "${printable(name)}"`,
      allowed: "the key of a firm, then .yaml",
      remedy: "name it after its firm's file, or remove it",
    };
    return [{ key, file, reading: refuse([fault]), warnings: [] }];
  });
}
