import { Decimal, one } from "../money";
import { units } from "../units";
import { type Context, type Family, metered, used } from "./family";

const publicZones = ["dns:Zone", "network:Zone"];
const privateZones = ["privatedns:PrivateZone", "network:PrivateZone"];

export const dnsZones: Family = {
  name: "DNS zones",
  group: "network",
  types: publicZones,
  usage: ["monthlyQueries"],
  *findings(context) {
    // A private zone of the old kind is one too.
    const isPrivate = context.inputs.choice("zoneType") === "private";
    yield* zone(context, isPrivate ? "private" : "public", publicZones);
  },
};

export const privateDnsZones: Family = {
  name: "Private DNS zones",
  group: "network",
  types: privateZones,
  usage: ["monthlyQueries"],
  *findings(context) {
    yield* zone(context, "private", privateZones);
  },
};

/** From the 26th zone on a zone costs less; which zones come first does not matter for the sum. */
function* zone(context: Context, kind: "public" | "private", types: readonly string[]) {
  const { program, resource } = context;
  const name = kind === "public" ? "DNS zone" : "Private DNS zone";
  yield metered("zone", name, `dns/${kind}-zone`, units.months, one, {
    before: new Decimal(program.ofTypes(types).indexOf(resource)),
  });
  yield queries(context, kind);
}

function queries(context: Context, kind: "public" | "private") {
  const name = kind === "public" ? "DNS queries" : "Private DNS queries";
  return used(context, "queries", name, `dns/${kind}-queries`, units.queries1M, "monthlyQueries");
}

/** Queries can be told by record as well as by zone. */
export const recordSets: Family = {
  name: "DNS records",
  group: "network",
  types: ["dns:RecordSet", "network:RecordSet"],
  usage: ["monthlyQueries"],
  *findings(context) {
    yield* recordQueries(context, "public");
  },
};

export const privateRecordSets: Family = {
  name: "Private DNS records",
  group: "network",
  types: ["privatedns:PrivateRecordSet", "network:PrivateRecordSet"],
  usage: ["monthlyQueries"],
  *findings(context) {
    yield* recordQueries(context, "private");
  },
};

function* recordQueries(context: Context, kind: "public" | "private") {
  if (context.usage("monthlyQueries") === undefined)
    yield { kind: "free" as const, reason: "queries are billed with the zone" };
  else yield queries(context, kind);
}

export const resolverEndpoints: Family = {
  name: "DNS resolver endpoints",
  group: "network",
  types: [
    "dnsresolver:InboundEndpoint",
    "dnsresolver:OutboundEndpoint",
    "network:InboundEndpoint",
    "network:OutboundEndpoint",
  ],
  owner: { types: ["dnsresolver:DnsResolver", "network:DnsResolver"], by: ["dnsResolverName"] },
  usage: [],
  *findings({ resource }) {
    const direction = resource.type?.endsWith(":inboundendpoint") === true ? "inbound" : "outbound";
    const name = `DNS resolver, ${direction} endpoint`;
    yield metered("endpoint", name, `dns-resolver/${direction}-endpoint`, units.months, one);
  },
};

export const forwardingRulesets: Family = {
  name: "DNS forwarding rulesets",
  group: "network",
  types: ["dnsresolver:DnsForwardingRuleset", "network:DnsForwardingRuleset"],
  usage: [],
  *findings() {
    yield metered("ruleset", "DNS forwarding ruleset", "dns-resolver/ruleset", units.months, one);
  },
};

export const resolverPolicies: Family = {
  name: "DNS security policies",
  group: "network",
  types: ["dnsresolver:DnsResolverPolicy", "network:DnsResolverPolicy"],
  usage: ["monthlyQueries"],
  *findings(context) {
    yield used(
      context,
      "queries",
      "Queries a DNS policy decides on",
      "dns-policy/queries",
      units.queries1M,
      "monthlyQueries",
    );
  },
};
