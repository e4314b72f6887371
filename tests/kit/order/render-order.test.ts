import { renderOrder } from "../../../infra/kit/order/render-order";
import { sampleWish } from "../../support/kit-wish";

const plain = (html: string) =>
  html.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("the visit in French: who, where, when, the machines in order, who signs", () => {
  const text = plain(renderOrder(sampleWish("dupont"), ""));
  const order = [
    "Bon de travail",
    "Cabinet Dupont &amp; Associés",
    "12 avenue de Verdun, 38240 Meylan",
    "05/12/2026",
    "Julien Roche",
    "Claire Martin",
    "192.168.10.100 – 192.168.10.199",
    "Avant la visite",
    "Télécharger le pilote « KX DRIVER for Universal Printing »",
    "Ancien serveur",
    "Machine MEYLAN-HV1",
    "Machine MEYLAN-DC1",
    "31-dhcp.ps1",
    "Machine MEYLAN-PR1",
    "40-imprimantes.ps1",
    "Machine MEYLAN-HV1, suite",
    "20-joindre.ps1 : joindre",
    "Chaque poste",
    "Départ de l&#39;ancien serveur",
    "cabinet audit dupont --site meylan",
    "Signatures",
    "Pour le cabinet",
  ];
  // Each behind the one before: what is done twice is looked for again.
  const places = order.reduce<readonly number[]>(
    (found, words) => [...found, text.indexOf(words, found.at(-1) ?? 0)],
    [],
  );
  expect(order.filter((_, index) => (places[index] ?? -1) < 0)).toEqual([]);
});

test("in English on request, from the same file", () => {
  const html = renderOrder(sampleWish("moreau", { language: "en" }), "");
  expect(html).toContain('<html lang="en">');
  expect(plain(html)).toContain("Work order");
  expect(plain(html)).toContain("onboard to Azure Arc");
  expect(plain(html)).not.toMatch(/À faire|Vérifié|contrôleur|chemin|order : /);
});

test("takes nothing from elsewhere, and lets nothing of the firm file be more than text", () => {
  const wish = sampleWish("dupont");
  const html = renderOrder({ ...wish, site: { ...wish.site, place: '"><script>x</script>' } }, "");
  expect(html).not.toMatch(/<script|<link|src=|url\(/);
});
