import { wellKnownApps } from "../../azure/well-known-apps";
import type { RegisteredResource } from "../../resources/registered";
import { listAt, textAt } from "../inputs";
import { together, type Guardrail } from "../model";
import { policyType } from "./conditional-access";

export const secondFactor: Guardrail = {
  id: "second-factor",
  what: "desktops ask everybody for a second factor, and old protocols, which cannot, are blocked",
  why: "passwords of accountants are guessed, bought and phished every day, and one is enough",
  severity: "warning",
  source: "row A04 (MFA policy present); Azure review checklists, AVD: 916d697d (row AVD-112)",
  remedy: "write the Entra group of emergency accounts to cabinet:breakGlassGroup",
  check: together((resources, { kind }) => {
    const [stack] = resources.filter(({ type }) => type === "pulumi:pulumi:Stack");
    if (kind !== "platform" || stack === undefined) return [];
    const inForce = resources.filter(
      (one) => one.type === policyType && textAt(one, "state") === "enabled",
    );
    return [
      ...(inForce.some(asksForFactor)
        ? []
        : [{ resource: stack, met: "nothing asks for a second factor before desktops" }]),
      ...(inForce.some(blocksOldProtocols)
        ? []
        : [{ resource: stack, met: "nothing blocks old protocols" }]),
    ];
  }),
};

function asksForFactor(policy: RegisteredResource): boolean {
  const before = listAt(policy, "conditions.applications.includedApplications");
  return (
    listAt(policy, "grantControls.builtInControls").includes("mfa") &&
    listAt(policy, "conditions.clientAppTypes").includes("all") &&
    [wellKnownApps.azureVirtualDesktop, wellKnownApps.windowsCloudLogin].every((one) =>
      before.includes(one),
    )
  );
}

function blocksOldProtocols(policy: RegisteredResource): boolean {
  const types = listAt(policy, "conditions.clientAppTypes");
  return (
    listAt(policy, "grantControls.builtInControls").includes("block") &&
    ["exchangeActiveSync", "other"].every((one) => types.includes(one)) &&
    listAt(policy, "conditions.applications.includedApplications").includes("All")
  );
}
