import { hostsOfToken } from "../components/host-registration";

/** What is read of a resource in a stack's state. */
interface KnownResource {
  readonly urn: string;
  readonly type: string;
  readonly dependencies?: readonly string[] | null | undefined;
}

/**
 * Registration tokens in a stack's state that fewer hosts have used than they were minted for, as
 * an interrupted deployment leaves them. They live two hours and may be over: minted again, they are
 * good for the hosts still to come. Hosts that have registered need theirs no more.
 *
 * @returns URNs of the deployments that mint them
 */
export function unusedTokens(state: readonly KnownResource[]): readonly string[] {
  const deployments = state.filter(({ type }) => type === "azure-native:resources:Deployment");
  return deployments
    .filter(({ urn }) => {
      const agents = deployments.filter(({ dependencies }) => dependencies?.includes(urn));
      return agents.length < (hostsOfToken(urn) ?? 0);
    })
    .map(({ urn }) => urn);
}
