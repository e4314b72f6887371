import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { SignInGroup } from "../platform/sign-in-rules";
import type { GroupNoun } from "./rights";

export interface SignInMembershipArgs {
  /** Required. Object id of each of the firm's groups. */
  readonly groupIds: Readonly<Partial<Record<GroupNoun, pulumi.Input<string>>>>;
  /** Required. Object ids of the platform's groups that rules count for. */
  readonly signInGroupIds: Readonly<Record<SignInGroup, pulumi.Input<string>>>;
  /** Required. What becomes of unmanaged devices of the firm's own people. */
  readonly devices: "any" | "report" | "managed";
}

const ownPeople: readonly GroupNoun[] = ["readers", "staff", "supervisors", "support"];

/**
 * Puts the firm's groups under the platform's rules of conditional access, all of them under those for
 * everybody. People from outside come from devices of their own, which no rule can ask to be managed.
 */
export class SignInMembership extends pulumi.ComponentResource {
  constructor(name: string, args: SignInMembershipArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:SignInMembership", name, {}, opts);
    const { groupIds, signInGroupIds, devices } = args;

    const put = (word: SignInGroup, nouns: readonly GroupNoun[]) => {
      for (const noun of nouns) {
        const memberObjectId = groupIds[noun];
        if (memberObjectId === undefined) continue;
        new azuread.GroupMember(
          `${name}-${word}-${noun}`,
          { groupObjectId: signInGroupIds[word], memberObjectId },
          { parent: this },
        );
      }
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a record of these nouns
    put("people", Object.keys(groupIds) as GroupNoun[]);
    if (devices !== "any")
      put(devices === "managed" ? "managedDevices" : "reportedDevices", ownPeople);

    this.registerOutputs({});
  }
}
