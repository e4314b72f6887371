/** Every guardrail there is, in order of the alphabet. An exception names one of them: an id never changes. */
export const guardrailIds = [
  "host-encryption",
  "private-stores",
  "public-address",
  "transport-encryption",
] as const;

export type GuardrailId = (typeof guardrailIds)[number];
