import { sharesClipboard } from "../firm/clipboard";
import type { Firm } from "../firm/firm";

/** What decides the connection settings of a firm's pool. */
export interface RdpWish {
  readonly sessions: Pick<Firm["sessions"], "devices" | "printing">;
  readonly people: Pick<Firm["people"], "externals">;
  readonly identity: Pick<Firm["identity"], "mode">;
}

/**
 * What a session may bring along from the device in front of the user, as a host pool's custom RDP
 * properties. Client files stay on the share: no drive, USB device or serial port is ever redirected,
 * scanners included, for RDP knows no TWAIN. A pool has one setting for everybody.
 */
export function rdpProperties({ sessions, people, identity }: RdpWish): string {
  const properties: Readonly<Record<string, string>> = {
    drivestoredirect: "s:",
    usbdevicestoredirect: "s:",
    redirectcomports: on(false),
    redirectclipboard: on(sharesClipboard({ people, sessions })),
    // ThinPrint and Universal Print bring printers of their own.
    redirectprinters: on(sessions.printing.kind === "redirect"),
    // Signature cards and passkeys.
    redirectsmartcards: on(true),
    redirectwebauthn: on(true),
    audiomode: "i:0",
    audiocapturemode: on(true),
    // Two or three screens, which accountants have.
    "use multimon": on(true),
    "screen mode id": "i:2",
    enablecredsspsupport: on(true),
    // Single sign-on through Entra, to hosts of a domain too.
    enablerdsaadauth: on(true),
    ...(identity.mode === "entra" ? { targetisaadjoined: on(true) } : {}),
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}

function on(yes: boolean): string {
  return `i:${yes ? 1 : 0}`;
}
