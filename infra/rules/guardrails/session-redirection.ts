import { textAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

/** Settings of the RDP string that a pool must have; what is missing has Windows' own default, which is yes. */
const demanded = ["drivestoredirect:s:", "usbdevicestoredirect:s:", "redirectcomports:i:0"];

export const sessionRedirection: Guardrail = {
  id: "session-redirection",
  what: "sessions reach neither drives nor USB devices nor serial ports of the device in front",
  why: "through a redirected drive, client files leave and malware comes in, on any device at all",
  severity: "error",
  source: "Azure review checklists, AVD: 7ce2cd20; row A05",
  remedy: `write ${demanded.join("; ")} into customRdpProperty`,
  check: eachOf(["desktopvirtualization:HostPool"], (pool) => {
    const written = textAt(pool, "customRdpProperty")?.split(";") ?? [];
    return demanded
      .filter((setting) => !written.includes(setting))
      .map((setting) => `customRdpProperty has no ${setting}`);
  }),
};
