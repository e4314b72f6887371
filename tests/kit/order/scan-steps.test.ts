import { makeKit } from "../../../infra/kit/make-kit";
import type { Firm } from "../../../infra/firm/firm";
import type { SiteLink } from "../../../infra/firm/site";
import type { KitWish } from "../../../infra/kit/wish";
import { sampleWish } from "../../support/kit-wish";
import { kitDataOf } from "../../support/powershell-grammar";

// How a scanned page comes to the session; where it does not, whoever prepares the desk is told.

const tunnel = (scans: "refuse" | "carry"): SiteLink => ({
  kind: "vpn",
  remote: { kind: "address", text: "203.0.113.10" },
  generation: 1,
  scans,
});

function wishWith(scanning: Firm["sessions"]["scanning"], link: SiteLink): KitWish {
  const wish = sampleWish("dupont");
  const sessions = { ...wish.firm.sessions, scanning };
  return { ...wish, firm: { ...wish.firm, sessions }, site: { ...wish.site, link } };
}

async function toldBy(wish: KitWish) {
  const kit = makeKit(wish);
  const text = (path: string) =>
    new TextDecoder().decode(kit.find((file) => file.path === path)?.bytes);
  return { order: text("bon-de-travail.html"), check: await kitDataOf(text("poste/verifier.ps1")) };
}

test.each<[string, KitWish, string, boolean]>([
  [
    "without a tunnel",
    wishWith("folder", { kind: "none" }),
    "Ces pages restent sur le poste",
    false,
  ],
  ["with a tunnel only", wishWith("folder", tunnel("refuse")), "Ces pages restent sur le", false],
  ["with one that carries them", wishWith("folder", tunnel("carry")), "par le tunnel.", true],
  ["by Citrix", wishWith("twain", { kind: "none" }), "canal TWAIN de Citrix", true],
])("%s", async (_, wish, words, arrive) => {
  const { order, check } = await toldBy(wish);
  expect(order).toContain(words);
  expect(check).toMatchObject({ ScansArrive: arrive });
});
