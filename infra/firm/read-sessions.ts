import type { z } from "zod";
import { faultAt, refuse, type Reading, type SourceDocument } from "../document/source-document";
import { applicationKey } from "./application-key";
import type { Broker, PreviousGeneration, Printing, Sessions } from "./firm";
import type { sessions } from "./schema-sessions";

type Written = z.output<typeof sessions>;

/** The keys under `sessions` together: what needs further keys has them, and what is written has an effect. */
export function readSessions(document: SourceDocument, written: Written): Reading<Sessions> {
  const broker = readBroker(document, written);
  const printing = readPrinting(document, written);
  if (!broker.ok || !printing.ok)
    return refuse([broker, printing].flatMap((reading) => (reading.ok ? [] : reading.faults)));
  const { balancing, load, hosts, generation, devices, scanning, applications } = written;
  return {
    ok: true,
    value: {
      broker: broker.value,
      balancing,
      load,
      hosts,
      generation,
      previous: readPrevious(written),
      devices,
      printing: printing.value,
      scanning,
      applications: applications.map(({ name, path, arguments: given = "" }) => ({
        key: applicationKey(name),
        name,
        path,
        arguments: given,
      })),
    },
  };
}

function readBroker(document: SourceDocument, { broker, citrix }: Written): Reading<Broker> {
  switch (broker) {
    case "avd":
      if (citrix === undefined) return { ok: true, value: { kind: "avd" } };
      return refuse([
        faultAt(document, ["sessions", "citrix"], {
          allowed: "no such key with sessions.broker avd, because nothing would use it",
          remedy: "remove it, or write broker: citrix",
        }),
      ]);
    case "citrix": {
      if (citrix === undefined)
        return refuse([
          faultAt(document, ["sessions", "broker"], {
            allowed:
              "citrix together with the key sessions.citrix, because connectors must know which Citrix Cloud they belong to",
            remedy:
              "add citrix: { customer, resourceLocation, clientId, agent } under sessions, or write broker: avd",
          }),
        ]);
      const { clientSecret: clientSecretName, ...rest } = citrix;
      return { ok: true, value: { kind: "citrix", clientSecretName, ...rest } };
    }
  }
}

function readPrinting(document: SourceDocument, written: Written): Reading<Printing> {
  const { printing, thinprint } = written;
  if (printing === "thinprint") {
    if (thinprint === undefined)
      return refuse([
        faultAt(document, ["sessions", "printing"], {
          allowed:
            "thinprint together with the key sessions.thinprint, because hosts need its engine and the engine a licence server",
          remedy:
            "add thinprint: { licenceServer, engine, switches } under sessions, or write printing: redirect",
        }),
      ]);
    const { licenceServer, engine, switches: engineSwitches } = thinprint;
    return { ok: true, value: { kind: "thinprint", licenceServer, engine, engineSwitches } };
  }
  if (thinprint === undefined) return { ok: true, value: { kind: printing } };
  return refuse([
    faultAt(document, ["sessions", "thinprint"], {
      allowed: `no such key with sessions.printing ${printing}, because nothing would use it`,
      remedy: "remove it, or write printing: thinprint",
    }),
  ]);
}

function readPrevious({ previous }: Written): PreviousGeneration {
  return previous === undefined ? { kind: "none" } : { kind: "kept", ...previous };
}
