import { escapeHtml } from "../../../infra/document/html";
import { bundleScript } from "../../../infra/bill/page/bundle";
import { eurosText, inLanguage } from "../../../infra/bill/language";
import {
  foreignReport,
  pageOf,
  pageScript,
  recorded,
  type Recorded,
  reportOf,
  sideOf,
  variantOf,
} from "./reports";

let twelve: Recorded;
let fifteen: Recorded;

beforeAll(async () => {
  twelve = await recorded();
  fifteen = await recorded("people.staff=15");
}, 60_000);

const headings = (page: string) =>
  [...page.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);

test("a comparison in French shows everything the bill knows", () => {
  const report = reportOf(sideOf(fifteen), sideOf(twelve));
  const page = pageOf(report, [variantOf(fifteen)]);
  expect(headings(page)).toEqual([
    "Le mois",
    "Par poste",
    "Ce qui change, ligne par ligne",
    "L&#39;année, mois par mois (2026)",
    "Et si…\u00a0?",
    "Le serveur du cabinet, sur 5 ans",
    "Autres façons de payer",
    "Toutes les lignes",
    "Hypothèses d&#39;usage",
  ]);
  const { difference, after } = report.bill;
  const unpriced = after.estimate.lines.filter(({ kind }) => kind === "unpriced");
  const told = [
    ...(difference?.changes ?? []).map(({ change }) => eurosText(change, "fr")),
    ...unpriced.map(({ name }) => inLanguage(name, "fr")),
    eurosText(after.estimate.total, "fr"),
    eurosText(after.estimate.range.high, "fr"),
  ];
  expect(unpriced.length).toBeGreaterThan(0);
  expect(told.filter((text) => !page.includes(escapeHtml(text)))).toEqual([]);
  expect(page).toContain('<html lang="fr">');
});

test("English is another language of the same page", () => {
  const report = reportOf(sideOf(twelve));
  const page = pageOf(report, [], "en");
  expect(headings(page)).toEqual([
    "The month",
    "By group",
    "The year, month by month (2026)",
    "The server in the office, over 5 years",
    "Other ways to pay",
    "All lines",
    "Assumptions of use",
  ]);
  expect(page).toContain(eurosText(report.bill.after.estimate.total, "en"));
});

test("the same bill gives the same page", () => {
  const make = () => pageOf(reportOf(sideOf(fifteen), sideOf(twelve)), [variantOf(fifteen)]);
  expect(make()).toBe(make());
});

test("nothing of the page lies elsewhere", () => {
  const page = pageOf(reportOf(sideOf(twelve)), [variantOf(twelve)]);
  const markup = page.replace(pageScript, "");
  expect(markup).not.toMatch(/(src|href|action)="(?!#)|url\(|@import|https?:/);
  expect(pageScript).not.toMatch(/https?:\/\/(?!github|mikemcl)|fetch\(|XMLHttpRequest|import\(/);
});

test("a program that is not ours has a page without a firm", () => {
  const page = pageOf(foreignReport(twelve.resources));
  expect(headings(page)).toEqual(
    expect.arrayContaining(["Le mois", "Par poste", "Toutes les lignes"]),
  );
  expect(page).not.toContain('id="what-if"');
});

test("rejects markup in whatever a firm or a program calls its things", () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror="alert(1)">'"&`;
  const renamed: Recorded = {
    firm: { ...twelve.firm, name: evil },
    resources: twelve.resources.map((one) => ({ ...one, name: `${evil}${one.name}` })),
  };
  const clean = pageOf(reportOf(sideOf(twelve)), [variantOf(twelve)]);
  const page = pageOf(reportOf(sideOf(renamed)), [{ ...variantOf(twelve), redundancy: evil }]);
  const count = (text: string, of: RegExp) => [...text.matchAll(of)].length;
  expect(count(page, /<script/g)).toBe(count(clean, /<script/g));
  expect(count(page, /<img/g)).toBe(0);
  expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
});

test("the script holds no end of its element and no import", () => {
  expect(pageScript).not.toMatch(/<\/script/i);
  expect(pageScript).not.toMatch(/\brequire\("/);
});

test("rejects a script that wants what a page does not have", () => {
  expect(() => bundleScript(require.resolve("../../../infra/bill/on-premise"))).toThrow(
    "imports zod, which has no place in a page",
  );
});
