import { z } from "zod";
import { privateAddress } from "../document/network-text";
import { signInName } from "../document/texts";
import { domainName, organisationalUnit } from "./identity-texts";
import { secretName } from "./session-texts";

export const identity = z
  .strictObject({
    mode: z.enum(["entra", "hybrid", "domainServices"]).default("entra").meta({
      description:
        "What session hosts join: Entra alone; the firm's own Active Directory, synchronised with Entra; or a managed domain of Microsoft Entra Domain Services. Default entra: no domain controller to keep.",
    }),
    domain: domainName().optional().meta({
      description: "DNS name of the domain. With hybrid and domainServices.",
    }),
    ou: organisationalUnit().optional().meta({
      description:
        "Organisational unit for the session hosts, one that is theirs alone, so that group policies reach them and nothing else. With a domain.",
    }),
    joinAccount: signInName({ example: "svc-join@cabinet-moreau.example" }).optional().meta({
      description:
        "Account that may join machines to that unit and may do nothing else. With a domain.",
    }),
    joinSecret: secretName("domain-join").optional().meta({
      description:
        "Name of the secret in the firm's key vault that holds the account's password. Default domain-join.",
    }),
    dnsServers: z
      .array(privateAddress({ what: "a domain controller", example: "10.64.9.52" }))
      .min(1)
      .max(4)
      .optional()
      .meta({
        allowed: "a list of one to four addresses of domain controllers",
        description:
          "Domain controllers, which answer the hosts' DNS queries: in the firm's network, in the hub, or in an office behind the platform's VPN gateway; two of them, unless an office has one. With a domain.",
        examples: ["[10.64.9.52, 10.64.9.53]"],
      }),
  })
  .prefault({})
  .meta({
    description: "What users and hosts are known to.",
    refused: {
      joinPassword:
        "remove it and change the password, it is no secret any more; put the new one into the firm's key vault, under the name in joinSecret",
      password:
        "remove it and change the password, it is no secret any more; put the new one into the firm's key vault, under the name in joinSecret",
    },
  });
