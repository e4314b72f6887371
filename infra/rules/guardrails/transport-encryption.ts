import { eachOf, type Guardrail } from "../model";
import { mustBe } from "../inputs";

export const transportEncryption: Guardrail = {
  id: "transport-encryption",
  what: "storage accounts speak HTTPS only, and TLS 1.2 at least",
  why: "what is sent in clear, or in a way that was broken, can be read and changed on its way",
  severity: "error",
  source: "Azure review checklists, storage: e7a8dc4a (HTTPS only), e12be569 (newest TLS)",
  remedy: "set enableHttpsTrafficOnly to true and minimumTlsVersion to TLS1_2 or TLS1_3",
  check: eachOf(["storage:StorageAccount"], (account) => [
    ...mustBe(account, "enableHttpsTrafficOnly", true),
    ...mustBe(account, "minimumTlsVersion", "TLS1_2", "TLS1_3"),
  ]),
};
