import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { makeVariant } from "../../infra/bill/page/make-variant";
import { simulate } from "../../infra/bill/page/simulate";
import { eurosOf } from "../../infra/bill/page/writing";
import {
  pageOf,
  prices,
  recorded,
  type Recorded,
  reportOf,
  sideOf,
  variantOf,
} from "../bill/page/reports";
import { chromiumPath, inBrowser, type View } from "./chromium";

// Without a browser nothing here is proven: CI says so on stderr and installs one where it can.
if (chromiumPath === undefined)
  process.stderr.write("SKIPPED: no chromium, so the cost page was tested in no browser\n");
const inChromium = chromiumPath === undefined ? describe.skip : describe;

inChromium("the cost page in a browser", () => {
  let folder: string;
  let firms: readonly Recorded[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "cabinet-page-"));
    firms = [
      await recorded("people.staff=14"),
      await recorded("people.staff=15"),
      await recorded("people.staff=16"),
      await recorded("people.staff=15", "data.redundancy=geo"),
      await recorded(),
    ];
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const firm = (index: number): Recorded => {
    const found = firms[index];
    if (found === undefined) throw new Error("no such firm");
    return found;
  };
  const variants = () => firms.slice(0, 4).map(variantOf);

  function writePage(name = "page.html", language: "fr" | "en" = "fr"): string {
    const file = path.join(folder, name);
    const report = reportOf(sideOf(firm(1)), sideOf(firm(4)));
    writeFileSync(file, pageOf(report, variants(), language));
    return file;
  }

  async function open<T>(view: View, work: (page: Page, file: string) => Promise<T>): Promise<T> {
    const file = writePage();
    return inBrowser(view, async (context) => {
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("console", (message) => wrong.push(message.text()));
      page.on("request", (request) => {
        if (request.url() !== pathToFileURL(file).href) wrong.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      const result = await work(page, file);
      expect(wrong).toEqual([]);
      return result;
    });
  }

  const text = async (page: Page, id: string) => (await page.locator(`#${id}`).innerText()).trim();
  const euros = (staff: number, redundancy: string, hours: number, plan: "none" | "oneYear") => {
    const found = simulate(variants(), { staff, redundancy, hours, plan });
    if (found === undefined) throw new Error("no such position");
    return eurosOf(found.total, "fr");
  };

  test("opens from a file, asks for nothing else, and begins with the bill", async () => {
    await open({}, async (page) => {
      const { total } = sideOf(firm(1)).estimate;
      expect(await text(page, "simulated-total")).toBe(eurosOf(total.eur, "fr"));
      expect(await page.title()).toContain("Coût mensuel");
      expect(await page.locator("html").getAttribute("lang")).toBe("fr");
    });
  }, 60_000);

  test("sliders moved by keyboard give the command's bill, and it is said", async () => {
    await open({}, async (page) => {
      const hours = Number(await page.locator("#hours").inputValue());
      await page.locator("#staff").focus();
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("#staff").inputValue()).toBe("16");
      expect(await text(page, "simulated-total")).toBe(euros(16, "zone", hours, "none"));
      await page.keyboard.press("Tab");
      for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowLeft");
      expect(await text(page, "simulated-total")).toBe(euros(16, "zone", hours - 3, "none"));
      expect(await page.locator("#hours").getAttribute("aria-valuetext")).toBe(`${hours - 3} h`);
      await page.keyboard.press("Home");
      expect(await text(page, "simulated-total")).toBe(euros(16, "zone", 0, "none"));
      await page.keyboard.press("End");
      expect(await text(page, "simulated-total")).toBe(euros(16, "zone", 730, "none"));
      await page.locator("#staff").press("ArrowLeft");
      await page.getByLabel("trois centres, et une autre région").check();
      expect(await text(page, "simulated-total")).toBe(euros(15, "geo", 730, "none"));
      await page.getByLabel("plan d'économies, 1 an").check();
      const planned = euros(15, "geo", 730, "oneYear");
      expect(await text(page, "simulated-total")).toBe(planned);
      expect(await text(page, "simulated-note")).toContain("Le plan fait économiser");
      await page.locator("#spoken", { hasText: planned }).waitFor({ state: "attached" });
      await page.getByRole("button", { name: "Revenir à la facture" }).press("Enter");
      await page
        .locator("#simulated-total", { hasText: euros(15, "zone", hours, "none") })
        .waitFor();
    });
  }, 60_000);

  test("has what a screen reader goes by", async () => {
    await open({}, async (page) => {
      for (const role of ["banner", "navigation", "main", "contentinfo", "status"] as const)
        expect(await page.getByRole(role).count()).toBe(1);
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      expect(await page.getByRole("slider", { name: "Personnes" }).count()).toBe(1);
      expect(await page.getByRole("slider", { name: /^Heures/ }).count()).toBe(1);
      expect(await page.getByRole("group", { name: "Copies des données" }).count()).toBe(1);
      expect(await page.locator("[role=status]").getAttribute("id")).toBe("spoken");
      const unnamed = await page.evaluate<string[]>(`
        [...document.querySelectorAll("section, table, [role=region]")]
          .filter((one) => !(one.caption?.textContent.trim() || one.getAttribute("aria-label") ||
            document.getElementById(one.getAttribute("aria-labelledby") ?? "")?.textContent.trim()))
          .map((one) => one.outerHTML.slice(0, 80))`);
      expect(unnamed).toEqual([]);
      const doubled = await page.evaluate<string[]>(`
        [...document.querySelectorAll("[id]")].map(({ id }) => id)
          .filter((id, index, all) => all.indexOf(id) !== index)`);
      expect(doubled).toEqual([]);
      const dead = await page.evaluate<string[]>(`
        [...document.querySelectorAll("a[href]")].map((one) => one.getAttribute("href"))
          .filter((to) => document.getElementById(to.slice(1)) === null)`);
      expect(dead).toEqual([]);
    });
  }, 60_000);

  test("focus is seen wherever the Tab key leads", async () => {
    await open({}, async (page) => {
      const seen: boolean[] = [];
      for (let step = 0; step < 20; step += 1) {
        await page.keyboard.press("Tab");
        seen.push(
          await page.evaluate<boolean>(
            `parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2 &&
             getComputedStyle(document.activeElement).outlineStyle !== "none"`,
          ),
        );
      }
      expect(seen).not.toContain(false);
    });
  }, 60_000);

  test.each(["light", "dark"] as const)(
    "every text stands out from what is behind it, %s",
    async (colorScheme) => {
      await open({ colorScheme }, async (page) => {
        const faint = await page.evaluate<string[]>(contrastFaults);
        expect(faint).toEqual([]);
        const ground = await page.evaluate<string>(
          "getComputedStyle(document.body).backgroundColor",
        );
        expect(ground).toBe(colorScheme === "light" ? "rgb(244, 246, 249)" : "rgb(17, 22, 29)");
      });
    },
    60_000,
  );

  test.each([360, 768, 1200])(
    "nothing hangs over at %s pixels",
    async (width) => {
      await open({ width }, async (page) => {
        const over = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(over).toBe(0);
      });
    },
    60_000,
  );

  test("prints on A4, in ink on white, whatever the screen", async () => {
    await open({ colorScheme: "dark" }, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const sheets = [...pdf.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map(([, box = ""]) =>
        box
          .trim()
          .split(/\s+/)
          .map((side) => Math.floor(Number(side)))
          .join(" "),
      );
      expect(sheets.length).toBeGreaterThan(1);
      // 210 by 297 mm in points.
      expect([...new Set(sheets)]).toEqual(["0 0 594 841"]);
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
        "rgb(255, 255, 255)",
      );
      await page.setViewportSize({ width: 703, height: 1000 });
      const cut = await page.evaluate<string[]>(`
        [...document.querySelectorAll("table")].filter((one) => one.scrollWidth > 703 + 1)
          .map((one) => one.caption.textContent.trim())`);
      expect(cut).toEqual([]);
    });
  }, 60_000);

  test("rejects what a firm's name would do to the page", async () => {
    const file = path.join(folder, "evil.html");
    const evil = `</title></script><script>window.pwned=1</script><img src=x onerror="window.pwned=1">`;
    const one = firm(1);
    const renamed: Recorded = {
      firm: { ...one.firm, name: evil },
      resources: one.resources.map((resource) => ({
        ...resource,
        name: `${evil}${resource.name}`,
      })),
    };
    const side = sideOf(renamed);
    writeFileSync(file, pageOf(reportOf(side), [makeVariant(side, renamed.firm, prices)]));
    await inBrowser({}, async (context) => {
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      expect(await page.evaluate("window.pwned")).toBeUndefined();
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(evil);
      expect(await page.locator("img").count()).toBe(0);
    });
  }, 60_000);
});

/** Text whose contrast is below what WCAG 2.2 AA asks: 4.5, of large text 3. */
const contrastFaults = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (one) => {
    for (let at = one; at !== null; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (walker.currentNode.textContent.trim() === "" || one.closest("script, noscript, .unseen, .skip")) continue;
    const style = getComputedStyle(one);
    const [a, b] = [light(parse(style.color)), light(behind(one))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < (large ? 3 : 4.5)) faults.add(one.tagName + "." + one.className + " " + contrast.toFixed(2));
  }
  return [...faults];
})()`;
