/**
 * What a machine of an office is for. `host`: the Hyper-V host of `slimSplit`; `controller` and `print`: its two
 * virtual machines; `server`: the one machine of `slimSingle`, which does what both do.
 */
export type MachineRole = "host" | "controller" | "print" | "server";

export const machineRoles = ["host", "controller", "print", "server"] as const;

/** How an office's server is laid out. */
export type SlimProfile = "slimSplit" | "slimSingle";

/** The machines of a profile, in the order in which they are built. */
export const profileRoles = {
  slimSplit: ["host", "controller", "print"],
  slimSingle: ["server"],
} as const satisfies Record<SlimProfile, readonly MachineRole[]>;

/** Whether a machine holds the directory: what changes it unattended can stop everybody's sign-in. */
export function isDomainController(role: MachineRole): boolean {
  return role === "controller" || role === "server";
}
