import type { Sessions } from "../firm/firm";

/**
 * What a session may bring along from the device in front of the user, as a host pool's custom RDP
 * properties. Client files stay on the share: no drive, USB device or serial port is ever redirected,
 * and text is copied out only where the firm manages the devices.
 */
export function rdpProperties({
  devices,
  printing,
}: Pick<Sessions, "devices" | "printing">): string {
  const properties: Readonly<Record<string, string>> = {
    drivestoredirect: "s:",
    usbdevicestoredirect: "s:",
    redirectcomports: on(false),
    redirectclipboard: on(devices === "managed"),
    redirectprinters: on(printing.kind === "redirect"),
    // Signature cards and passkeys.
    redirectsmartcards: on(true),
    redirectwebauthn: on(true),
    audiomode: "i:0",
    audiocapturemode: on(true),
    "use multimon": on(true),
    "screen mode id": "i:2",
    enablecredsspsupport: on(true),
    // Single sign-on to hosts joined to Entra.
    enablerdsaadauth: on(true),
    targetisaadjoined: on(true),
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}

function on(yes: boolean): string {
  return `i:${yes ? 1 : 0}`;
}
