import type { Decimal } from "../cost/money";
import type { Program, ProgramResource } from "../cost/program";
import { known } from "./known";

/** A share with its backups, as the program has them. */
export interface ProtectedShare {
  readonly share: ProgramResource;
  /** What protects it. */
  readonly item: ProgramResource;
  readonly quotaGib: Decimal;
  readonly snapshotDays: number;
  /** Recovery points that lie in a vault; 0 when snapshots are all there is. */
  readonly vaultPoints: number;
}

const schedules = ["dailySchedule", "weeklySchedule", "monthlySchedule", "yearlySchedule"] as const;

const ownRetention = "properties.retentionPolicy";

/** Shares whose backups and policies are in the program. */
export function sharesOf(program: Program): readonly ProtectedShare[] {
  return program.ofTypes(["recoveryservices:ProtectedItem"]).flatMap((item) => {
    const share = program.related(item, {
      types: ["storage:FileShare"],
      by: ["properties.friendlyName", "protectedItemName"],
    });
    const policy = program.related(item, {
      types: ["recoveryservices:ProtectionPolicy"],
      by: ["properties.policyId"],
    });
    const quotaGib = known(() => share?.inputs.amount("shareQuota"));
    if (share === undefined || policy === undefined || quotaGib === undefined) return [];
    const { inputs } = policy;
    const vault = "properties.vaultRetentionPolicy";
    return [
      {
        share,
        item,
        quotaGib,
        snapshotDays:
          known(() => inputs.count(`${vault}.snapshotRetentionInDays`)) ??
          known(() => inputs.count(`${ownRetention}.dailySchedule.retentionDuration.count`)) ??
          0,
        vaultPoints: schedules
          .map((name) => `${vault}.vaultRetention.${name}.retentionDuration.count`)
          .map((path) => known(() => inputs.count(path)) ?? 0)
          .reduce((a, b) => a + b, 0),
      },
    ];
  });
}
