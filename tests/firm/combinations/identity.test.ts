import { testCombinations, hybrid, managed } from "../../support/firm-combinations";

testCombinations(
  [
    {
      what: "hybrid without a domain",
      lines: ["identity: { mode: hybrid }"],
      faults: [
        "5:11: identity.domain: met nothing; allowed: a value with identity.mode hybrid, because hosts must be told which domain they join; add domain: cabinet-moreau.example",
        '5:11: identity.ou: met nothing; allowed: a value with identity.mode hybrid, because a unit of their own keeps other group policies off the hosts; add ou: "OU=Postes,DC=cabinet-moreau,DC=example"',
        "5:11: identity.joinAccount: met nothing; allowed: a value with identity.mode hybrid, because somebody must be allowed to join them; add joinAccount: svc-join@cabinet-moreau.example",
        "5:11: identity.dnsServers: met nothing; allowed: a value with identity.mode hybrid, because hosts find a domain by its DNS only; add dnsServers: [10.64.9.52, 10.64.9.53]",
      ],
    },
    {
      what: "a managed domain without its account",
      lines: [
        `identity: { mode: domainServices, domain: a.example, ou: 'OU=x,DC=a,DC=example', dnsServers: [10.60.0.4, 10.60.0.5] }`,
      ],
      faults: [
        "5:11: identity.joinAccount: met nothing; allowed: a value with identity.mode domainServices, because somebody must be allowed to join them; add joinAccount: svc-join@cabinet-moreau.example",
      ],
    },
    {
      what: "a domain with hosts joined to Entra alone",
      lines: ["identity: { domain: cabinet-petit.example }"],
      faults: [
        '5:21: identity.domain: met "cabinet-petit.example"; allowed: no such key with identity.mode entra, because hosts join no domain; remove it, or write mode: hybrid',
      ],
    },
    {
      what: "a unit of another domain",
      lines: [hybrid.replace("DC=cabinet-petit", "DC=autre")],
      faults: [
        "5:62: identity.ou: met 'OU=Postes,DC=autre,DC=example'; allowed: a unit of the domain cabinet-petit.example, this one is in autre.example; end it in DC=cabinet-petit,DC=example",
      ],
    },
    {
      what: "a password in the file",
      lines: [hybrid.replace("joinAccount", "joinPassword: Secret123, joinAccount")],
      faults: [
        `5:103: identity.joinPassword: met the key "joinPassword"; allowed: the keys mode, domain, ou, joinAccount, joinSecret, dnsServers; remove it and change the password, it is no secret any more; put the new one into the firm's key vault, under the name in joinSecret`,
      ],
    },
    {
      what: "the supervisor as the account that joins",
      lines: ["people: { supervisor: svc-join@cabinet-petit.example, staff: 5 }", hybrid],
      faults: [
        '5:116: identity.joinAccount: met "svc-join@cabinet-petit.example"; allowed: an account that joins machines and does nothing else; create one of its own for it, the supervisor is a person',
      ],
    },
    {
      what: "a domain controller nobody reaches",
      lines: [hybrid.replace("10.64.10.181", "192.168.10.5")],
      faults: [
        `5:175: identity.dnsServers[1]: met "192.168.10.5"; allowed: an address that hosts reach: in the firm's network 10.64.10.0/24, the hub 10.60.0.0/22, or the network of an office under sites; write such an address, or add the office it is in to sites`,
      ],
    },
    {
      what: "a domain controller in an office without gateway",
      lines: [
        hybrid.replace("10.64.10.181", "192.168.10.5"),
        "sites: { meylan: { lan: 192.168.10.0/24 } }",
      ],
      faults: [
        `5:175: identity.dnsServers[1]: met "192.168.10.5"; allowed: an address in Azure while the platform has no VPN gateway, this one is in the office meylan; have the provider set cabinet:vpnGateway: VpnGw1AZ, or put the server into the firm's network`,
      ],
    },
    {
      what: "a domain controller among the session hosts",
      lines: [hybrid.replace("10.64.10.181", "10.64.10.5")],
      faults: [
        `5:175: identity.dnsServers[1]: met "10.64.10.5"; allowed: an address from 10.64.10.180 to 10.64.10.190, the part of 10.64.10.0/24 that is kept for servers; move the server there`,
      ],
    },
    {
      what: "a domain controller twice",
      lines: [hybrid.replace("10.64.10.181", "10.64.10.180")],
      faults: [
        '5:175: identity.dnsServers[1]: met "10.64.10.180"; allowed: each domain controller once; remove one of the two',
      ],
    },
    {
      what: "one domain controller for all",
      lines: [hybrid.replace(", 10.64.10.181", "")],
      faults: [
        "5:160: identity.dnsServers: met a list of one value; allowed: two domain controllers at least, when none is in an office; add a second one: without the only one nobody signs in",
      ],
    },
    {
      what: "a managed domain in an office",
      lines: [
        managed.replace("10.60.0.165", "192.168.10.5"),
        "sites: { meylan: { lan: 192.168.10.0/24 } }",
      ],
      faults: [
        '5:182: identity.dnsServers[1]: met "192.168.10.5"; allowed: addresses of the managed domain, which is in Azure, with identity.mode domainServices; this one is in an office; write the two addresses that Entra Domain Services shows, or mode: hybrid',
      ],
      rules: { vpnGateway: "VpnGw1AZ" },
    },
    {
      what: "a domain controller with a public address",
      lines: [hybrid.replace("10.64.10.181", "51.4.1.1")],
      faults: [
        '5:175: identity.dnsServers[1]: met "51.4.1.1"; allowed: a domain controller: a private IPv4 address; write an address in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16',
      ],
    },
  ],
  [
    {
      what: "one domain controller in an office behind the gateway",
      lines: [
        hybrid.replace("10.64.10.180, 10.64.10.181", "192.168.10.5"),
        "sites: { meylan: { lan: 192.168.10.0/24 } }",
      ],
      rules: { vpnGateway: "VpnGw1AZ" },
    },
  ],
);
