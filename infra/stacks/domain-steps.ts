import { addressIn, type Network } from "../azure/network";
import { firmSubnets } from "../components/firm-subnets";
import type { Domain, Firm } from "../firm/firm";
import { step, type ManualStep } from "./manual-step";
import { secretStep } from "./secret-step";

/** What people do for a firm's domain. */
export function domainSteps({
  key,
  identity,
  network,
}: Pick<Firm, "key" | "identity" | "network">): readonly ManualStep[] {
  if (identity.mode === "entra") return [];
  const { name, ou, joinAccount, joinSecretName }: Domain = identity.domain;
  return [
    step(
      `Dans le domaine ${name} : créer l'unité ${ou} et le compte ${joinAccount}, sans autre droit que d'y joindre des machines.`,
      `In the domain ${name}: create the unit ${ou} and the account ${joinAccount}, which may join machines there and nothing else.`,
    ),
    secretStep(key, joinSecretName, `mot de passe de ${joinAccount}`, `password of ${joinAccount}`),
    ...controllerSteps(network, identity.domain),
    step(
      `Sur les contrôleurs de ${name} : rediriger file.core.windows.net, blob.core.windows.net et vault.azure.net vers l'adresse d'entrée du résolveur DNS de la plateforme.`,
      `On the controllers of ${name}: forward file.core.windows.net, blob.core.windows.net and vault.azure.net to the inbound address of the platform's DNS resolver.`,
    ),
  ];
}

/** The subnet for servers is there for them; the machines themselves are the firm's. */
function controllerSteps(network: Network, { dnsServers }: Domain): readonly ManualStep[] {
  const { servers } = firmSubnets(network);
  const here = dnsServers.filter((one) => addressIn(network, one)).map(({ text }) => text);
  return here.length === 0
    ? []
    : [
        step(
          `Placer les contrôleurs de domaine ${here.join(" et ")} dans le sous-réseau des serveurs du cabinet, ${servers.text}, chacun dans une autre zone.`,
          `Put the domain controllers ${here.join(" and ")} into the firm's subnet for servers, ${servers.text}, each in another zone.`,
        ),
      ];
}
