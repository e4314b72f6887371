import { compareDates } from "../document/calendar-date";
import type { Fault } from "../document/fault";
import {
  faultAt,
  refuse,
  understand,
  type Reading,
  type SourceDocument,
} from "../document/source-document";
import type { Firm } from "./firm";
import { isExternal, requestStatus, type AccessRequest } from "./requests";
import { requestsSchema } from "./schema-requests";

/** What a request file means, or every fault in it. */
export function readRequests(
  document: SourceDocument,
  firm: Pick<Firm, "people">,
): Reading<readonly AccessRequest[]> {
  const reading = understand(document, requestsSchema);
  if (!reading.ok) return reading;
  const requests = reading.value.requests.map((written): AccessRequest => ({
    ...written,
    from: written.from,
    until: written.until,
  }));
  const faults = requests.flatMap((request, place) =>
    requestFaults(document, requests, request, place, firm.people.supervisor),
  );
  return faults.length === 0 ? { ok: true, value: requests } : refuse(faults);
}

function requestFaults(
  document: SourceDocument,
  all: readonly AccessRequest[],
  request: AccessRequest,
  place: number,
  supervisor: string,
): readonly Fault[] {
  const { who, role, from, until } = request;
  const faults: Fault[] = [];
  if (from !== undefined && until !== undefined && compareDates(from, until) >= 0)
    faults.push(
      faultAt(document, ["requests", place, "until"], {
        allowed: "a day after from: nobody has access on the day on which it is gone",
        remedy: "write a later day, or remove the request",
      }),
    );
  if (who === supervisor && (role === "supervision" || role === "ecriture"))
    faults.push(
      faultAt(document, ["requests", place, "who"], {
        allowed: "somebody else: people.supervisor has this role by the firm's file",
        remedy: "remove the request",
      }),
    );
  const earlier = all
    .slice(0, place)
    .filter((other) => other.who === who && overlap(other, request));
  if (earlier.some((other) => other.role === role))
    faults.push(
      faultAt(document, ["requests", place], {
        met: `${who} as ${role} again`,
        allowed: "one request for each person and role at a time",
        remedy: "remove one of the two, or end the first before the second begins",
      }),
    );
  // https://github.com/Azure/review-checklists, AVD: not both kinds of groups of one pool.
  if (earlier.some((other) => isExternal(other.role) !== isExternal(role)))
    faults.push(
      faultAt(document, ["requests", place], {
        met: `${who} as ${role} beside another role`,
        allowed:
          "people of the firm or from outside: nobody has desktop and applications of one pool",
        remedy: "end the first request before the second begins",
      }),
    );
  return faults;
}

function overlap(a: AccessRequest, b: AccessRequest): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a);
}

function endsBefore({ until }: AccessRequest, { from }: AccessRequest): boolean {
  return until !== undefined && from !== undefined && compareDates(until, from) <= 0;
}

/** Requests that come to nothing; the others of the file do. */
export function requestWarnings(document: SourceDocument, firm: Firm): readonly Fault[] {
  return firm.requests.flatMap((request, place) => {
    const status = requestStatus(request, firm, { kind: "undated" });
    if (status.state !== "refused") return [];
    return [
      faultAt(document, ["requests", place, "role"], {
        allowed: `what the platform supports; ${status.en}`,
        remedy: "write another role or account, or remove the request",
      }),
    ];
  });
}
