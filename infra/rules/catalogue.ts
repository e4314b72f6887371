import { hostEncryption } from "./guardrails/host-encryption";
import { privateStores } from "./guardrails/private-stores";
import { publicAddress } from "./guardrails/public-address";
import { transportEncryption } from "./guardrails/transport-encryption";
import { guardrailIds, type GuardrailId } from "./ids";
import type { Guardrail } from "./model";

const byId: Readonly<Record<GuardrailId, Guardrail>> = {
  "host-encryption": hostEncryption,
  "private-stores": privateStores,
  "public-address": publicAddress,
  "transport-encryption": transportEncryption,
};

/** Every guardrail, one a file in `guardrails/`. */
export const guardrails: readonly Guardrail[] = guardrailIds.map((id) => byId[id]);
