import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { repeated, type PlacedText } from "./repeated";

/** What was copied from one place into another where it means something else. */
export function pastedFaults(combination: Combination): readonly Fault[] {
  return [
    ...subscriptionFaults(combination),
    ...guidFaults(combination),
    ...secretFaults(combination),
    ...installerFaults(combination),
  ];
}

function subscriptionFaults({ document, firm, rules }: Combination): readonly Fault[] {
  const refused = (allowed: string) => [
    faultAt(document, ["subscription"], {
      allowed,
      remedy: "write the id of the firm's own subscription, `az account list --output table`",
    }),
  ];
  if (firm.subscription === rules.subscription)
    return refused("a subscription of the firm's own, this one is the platform's");
  if (firm.subscription === rules.tenant)
    return refused("a subscription, this is the id of the tenant");
  return [];
}

function guidFaults({ document, firm }: Combination): readonly Fault[] {
  const { broker } = firm.sessions;
  if (broker.kind === "avd") return [];
  return repeated([
    { text: firm.subscription, path: ["subscription"] },
    { text: broker.resourceLocation, path: ["sessions", "citrix", "resourceLocation"] },
    { text: broker.clientId, path: ["sessions", "citrix", "clientId"] },
  ]).map(({ path }) =>
    faultAt(document, path, {
      allowed: "another id than those above: no two of Azure's and Citrix's are the same",
      remedy: "copy it once more from where it is shown",
    }),
  );
}

/** Secrets that the program writes itself, into the same vault. */
const written = ["session-hosts", "file-server"];

function secretFaults({ document, firm }: Combination): readonly Fault[] {
  const { broker } = firm.sessions;
  const { identity } = firm;
  const names: readonly PlacedText[] = [
    ...(identity.mode === "entra"
      ? []
      : [{ text: identity.domain.joinSecretName, path: ["identity", "joinSecret"] }]),
    ...(broker.kind === "avd"
      ? []
      : [{ text: broker.clientSecretName, path: ["sessions", "citrix", "clientSecret"] }]),
  ];
  const fault = (path: Path, allowed: string, remedy: string) =>
    faultAt(document, path, { allowed, remedy });
  return [
    ...names
      .filter(({ text }) => written.includes(text.toLowerCase()))
      .map(({ path }) =>
        fault(
          path,
          "the name of a secret that a person puts into the vault; this one is written by the program, which would overwrite it",
          "choose another name",
        ),
      ),
    ...repeated(names).map(({ path }) =>
      fault(
        path,
        "another secret than identity.joinSecret: one text cannot be the password of both",
        "choose another name",
      ),
    ),
  ];
}

function installerFaults({ document, firm }: Combination): readonly Fault[] {
  const { broker, printing } = firm.sessions;
  if (broker.kind === "avd" || printing.kind !== "thinprint") return [];
  if (broker.agent.sha256 !== printing.engine.sha256) return [];
  return [
    faultAt(document, ["sessions", "thinprint", "engine", "sha256"], {
      allowed: "the SHA-256 of ThinPrint's own file, this one is that of Citrix' agent",
      remedy: "write what `Get-FileHash <file>` prints for the engine",
    }),
  ];
}
