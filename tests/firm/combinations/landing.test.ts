import { proofOf } from "../../../infra/firm/arrival";
import { testCombinations } from "../../support/firm-combinations";

const arrival = { manifest: "ab".repeat(32), files: 41_233, bytes: 218_304_889_301 };
const arrived = (firm: string, { manifest, files, bytes } = arrival) =>
  `arrived: { manifest: ${manifest}, files: ${files}, bytes: ${bytes}, proof: ${proofOf(firm, arrival)} }`;

/** Long texts are cut. */
const shownOf = (firm: string) => `${proofOf(firm, arrival).slice(0, 60)}…`;

const demands =
  "together with landing.arrived, the proof that every file of the old server is there whole; run cabinet verify petit --manifest manifest.csv --arrived arrived.csv and write what it prints, or write landing: { transport: none } where nothing is taken over";
const bare =
  "importExport with disk: sata only, because Azure Import/Export takes no USB disks and none in a case: bare SATA disks of 2.5 or 3.5 inches; write disk: sata and send such a disk, or transport: technician";
const unchanged = `the record that cabinet verify printed for petit, unchanged; run cabinet verify petit --manifest manifest.csv --arrived arrived.csv again, and write what it prints`;

testCombinations(
  [
    {
      what: "verified data that nobody has verified (A22)",
      lines: ["stage: verified"],
      faults: [`5:8: stage: met "verified"; allowed: verified ${demands}`],
    },
    {
      what: "a firm at work on data that nobody has verified (A22)",
      lines: ["landing: { disk: sata }", "stage: live"],
      faults: [`6:8: stage: met "live"; allowed: live ${demands}`],
    },
    {
      what: "a USB disk sent to Microsoft (A22)",
      lines: ["landing: { transport: importExport, disk: usb }"],
      faults: [`5:43: landing.disk: met "usb"; allowed: ${bare}`],
    },
    {
      what: "a disk sent to Microsoft that nobody has looked at (A22)",
      lines: ["landing: { transport: importExport }"],
      faults: [`5:23: landing.transport: met "importExport"; allowed: ${bare}`],
    },
    {
      what: "a record of another firm's data",
      lines: [`landing: { ${arrived("dupont")} }`, "stage: verified"],
      faults: [`5:141: landing.arrived.proof: met "${shownOf("dupont")}"; allowed: ${unchanged}`],
    },
    {
      what: "a record with a figure changed by hand",
      lines: [`landing: { ${arrived("petit", { ...arrival, files: 41_234 })} }`],
      faults: [`5:141: landing.arrived.proof: met "${shownOf("petit")}"; allowed: ${unchanged}`],
    },
    {
      what: "a disk of a firm that takes nothing over",
      lines: ["landing: { transport: none, disk: usb }"],
      faults: [
        '5:35: landing.disk: met "usb"; allowed: no such key with landing.transport none, because nothing is taken over; remove it, or write transport: technician',
      ],
    },
  ],
  [
    {
      what: "a bare disk sent to Microsoft (A22)",
      lines: ["landing: { transport: importExport, disk: sata }"],
    },
    {
      what: "verified data with its proof (A22)",
      lines: [`landing: { ${arrived("petit")} }`, "stage: verified"],
    },
    {
      what: "a firm with nothing to take over",
      lines: ["landing: { transport: none }", "stage: live"],
    },
    { what: "a firm that leaves without ever having landed", lines: ["stage: leaving"] },
  ],
);
