import type { LogLevel } from "../firm/firm";

/**
 * Days that a firm's sign-ins, sessions and changes stay searchable. The CNIL has logs of access kept
 * for six months to a year (délibération 2021-122): one preset for either end.
 */
export const logDays = { standard: 180, strict: 365 } as const satisfies Record<LogLevel, number>;
