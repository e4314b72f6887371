import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const shareProtocol: Guardrail = {
  id: "share-protocol",
  what: "shares speak the newest SMB, encrypted, with Kerberos tickets in AES",
  why: "older dialects and RC4 tickets are what tools for breaking in ask for first",
  severity: "error",
  source:
    "Azure review checklists, AVD: 9164e990; learn.microsoft.com/azure/storage/files/files-smb-protocol",
  remedy:
    "set versions to SMB3.1.1, channelEncryption to AES-256-GCM and kerberosTicketEncryption to AES-256",
  check: eachOf(["storage:FileServiceProperties"], (service) => [
    ...mustBe(service, "protocolSettings.smb.versions", "SMB3.1.1", "SMB3.1.1;"),
    ...mustBe(service, "protocolSettings.smb.channelEncryption", "AES-256-GCM", "AES-256-GCM;"),
    ...mustBe(service, "protocolSettings.smb.kerberosTicketEncryption", "AES-256", "AES-256;"),
  ]),
};
