import * as fc from "fast-check";
import { bytesOf, compareLists } from "../../infra/landing/compare-lists";
import { pathKey, type ListedFile, type Manifest } from "../../infra/landing/manifest";

const file = (path: string, contents = path): ListedFile => ({
  path,
  bytes: contents.length,
  sha256: Buffer.from(contents.padEnd(32).slice(0, 32)).toString("hex"),
});
const list = (...files: readonly ListedFile[]): Manifest =>
  new Map(files.map((one) => [pathKey(one.path), one]));
const kinds = (manifest: Manifest, arrived: Manifest) =>
  compareLists(manifest, arrived).map((one) => [
    one.kind,
    one.kind === "unlisted" ? one.arrived.path : one.listed.path,
  ]);

test("A22: a file that is missing, shorter, or of other contents is found", () => {
  const before = list(file("a.mdb"), file("b.mdb"), file("c.mdb", "12345"));
  const after = list(file("A.MDB", "a.mdb"), file("c.mdb", "12346"));
  expect(kinds(before, after)).toEqual([
    ["missing", "b.mdb"],
    ["corrupt", "c.mdb"],
  ]);
  expect(kinds(list(file("a.mdb", "123")), list(file("a.mdb", "12")))).toEqual([
    ["corrupt", "a.mdb"],
  ]);
});

test("A22: what nobody listed is found too, and a database that was open while it was copied", () => {
  const before = list(file("qcompta.mdb"), file("qcompta.ldb"), file("base.laccdb"));
  expect(kinds(before, list(file("qcompta.mdb"), file("virus.exe")))).toEqual([
    ["open", "qcompta.ldb"],
    ["open", "base.laccdb"],
    ["unlisted", "virus.exe"],
  ]);
});

test("the same files in any order are whole, and losing any one of them is not", () => {
  const files = fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,8}(\\[a-z]{1,8}){0,2}\.mdb$/), {
      minLength: 1,
      maxLength: 20,
      selector: pathKey,
    })
    .map((paths) => paths.map((path) => file(path)));
  fc.assert(
    fc.property(files, fc.nat(), (listed, at) => {
      const whole = list(...listed);
      expect(compareLists(whole, list(...listed.toReversed()))).toEqual([]);
      const lost = listed[at % listed.length];
      const rest = list(...listed.filter((one) => one !== lost));
      expect(compareLists(whole, rest)).toEqual([{ kind: "missing", listed: lost }]);
      expect(bytesOf(whole) - bytesOf(rest)).toBe(lost?.bytes);
    }),
  );
});
