import { formatDate, type CalendarDate } from "../../document/calendar-date";
import { Html, html } from "../../document/html";
import { roleNames } from "../../slim-server/finding";
import type { Phrase } from "../../slim-server/phrase";
import type { KitLanguage, KitWish } from "../wish";
import type { Chapter } from "./step";
import { chapters } from "./steps";

const words = {
  title: { fr: "Bon de travail", en: "Work order" },
  firm: { fr: "Cabinet", en: "Firm" },
  office: { fr: "Bureau", en: "Office" },
  place: { fr: "Adresse", en: "Address" },
  date: { fr: "Date de la visite", en: "Day of the visit" },
  technician: { fr: "Technicien", en: "Technician" },
  contact: { fr: "Reçu par", en: "Received by" },
  network: { fr: "Plan du réseau", en: "Network" },
  what: { fr: "Quoi", en: "What" },
  address: { fr: "Adresse", en: "Address" },
  detail: { fr: "Détail", en: "Detail" },
  task: { fr: "À faire", en: "To do" },
  proof: { fr: "Vérifié par", en: "Proven by" },
  done: { fr: "Fait", en: "Done" },
  router: { fr: "Routeur", en: "Router" },
  inAzure: { fr: "second contrôleur, dans Azure", en: "second controller, in Azure" },
  range: { fr: "Plage DHCP", en: "DHCP range" },
  reserved: { fr: "réservé", en: "reserved" },
  signatures: { fr: "Signatures", en: "Signatures" },
  forProvider: { fr: "Pour le prestataire", en: "For the provider" },
  forFirm: { fr: "Pour le cabinet", en: "For the firm" },
  signed: { fr: "Nom, date, signature", en: "Name, date, signature" },
  remarks: { fr: "Réserves", en: "Remarks" },
} as const satisfies Record<string, Phrase>;

/** The visit on paper: a page without anything from elsewhere, A4 when printed. */
export function renderOrder(wish: KitWish, style: string): string {
  const { firm, site, language } = wish;
  const say = (phrase: Phrase) => phrase[language];
  const { visit } = site;
  const title = `${say(words.title)}${say({ fr: " :", en: ":" })} ${firm.name}, ${site.key}`;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <h1>${say(words.title)}</h1>
        <dl>
          ${[
            entry(say(words.firm), firm.name),
            entry(say(words.office), site.key),
            entry(say(words.place), site.place),
            entry(say(words.date), visit.on === undefined ? "" : dateText(visit.on, language)),
            entry(say(words.technician), visit.technician),
            entry(
              say(words.contact),
              visit.contact === "" ? firm.people.supervisor : visit.contact,
            ),
          ]}
        </dl>
        ${networkTable(wish)} ${chapters(wish).map((chapter) => chapterTable(chapter, language))}
        <h2>${say(words.signatures)}</h2>
        <table class="sign">
          <thead>
            <tr>
              <th>${say(words.forProvider)}</th>
              <th>${say(words.forFirm)}</th>
              <th>${say(words.remarks)}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>${say(words.signed)}</td>
              <td>${say(words.signed)}</td>
              <td></td>
            </tr>
          </tbody>
        </table>
      </body>
    </html> `;
  return page.text;
}

/** What the file does not say is a line to write on. */
function entry(label: string, text: string): Html {
  return html`<dt>${label}</dt>
    <dd class="${text === "" ? "blank" : ""}">${text}</dd> `;
}

function networkTable({ site, language }: KitWish): Html {
  const say = (phrase: Phrase) => phrase[language];
  const { dhcp, printers, secondController } = site;
  return html`<h2>${say(words.network)} ${site.lan.text}</h2>
    <table>
      <thead>
        <tr>
          <th>${say(words.what)}</th>
          <th>${say(words.address)}</th>
          <th>${say(words.detail)}</th>
        </tr>
      </thead>
      <tbody>
        ${[
          networkRow(say(words.router), site.gateway.text, ""),
          ...site.machines.map(({ name, address, role }) =>
            networkRow(name, address.text, say(roleNames[role])),
          ),
          ...(secondController.kind === "none"
            ? []
            : [
                networkRow(
                  secondController.name,
                  secondController.address.text,
                  say(words.inAzure),
                ),
              ]),
          networkRow(
            say(words.range),
            `${dhcp.range.from.text} – ${dhcp.range.until.text}`,
            `DNS ${dhcp.dnsServers.map(({ text }) => text).join(", ")}`,
          ),
          ...printers.map(({ name, address, model, driver }) =>
            networkRow(name, address.text, `${model}, ${driver.name}`),
          ),
          ...dhcp.reservations.map(({ name, address, mac }) =>
            networkRow(`${name} (${say(words.reserved)})`, address.text, mac),
          ),
        ]}
      </tbody>
    </table>`;
}

function networkRow(what: string, address: string, detail: string): Html {
  return html`<tr>
    <td>${what}</td>
    <td>${address}</td>
    <td>${detail}</td>
  </tr> `;
}

function chapterTable({ title, steps }: Chapter, language: KitLanguage): Html {
  const rows = steps.map(
    ({ task, proof }, index) =>
      html`<tr>
        <td class="number">${index + 1}</td>
        <td>${unbroken(task[language])}</td>
        <td>${unbroken(proof[language])}</td>
        <td class="box"><span></span></td>
      </tr> `,
  );
  return html`<h2>${title[language]}</h2>
    <table>
      <thead>
        <tr>
          <th></th>
          <th>${words.task[language]}</th>
          <th>${words.proof[language]}</th>
          <th class="box">${words.done[language]}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table> `;
}

function dateText(date: CalendarDate, language: KitLanguage): string {
  const text = formatDate(date);
  return language === "en" ? text : text.split("-").toReversed().join("/");
}

/** French signs that stand apart from their word do not begin a line. */
function unbroken(text: string): string {
  return text.replaceAll(/ (?=[;:!?»])/g, "\u00A0").replaceAll("« ", "«\u00A0");
}
