import { ArmError } from "../error";

/** A time in the form ARM's functions give by default. */
export function timeText(time: Date, format: string | undefined): string {
  const iso = time.toISOString();
  const plain = `${iso.slice(0, 19)}Z`;
  switch (format) {
    case undefined:
      return plain.replaceAll(/[-:]/g, "");
    case "u":
      return plain.replace("T", " ");
    case "o":
      return iso.replace("Z", "0000Z");
    default:
      return format
        .replaceAll("yyyy", iso.slice(0, 4))
        .replaceAll("MM", iso.slice(5, 7))
        .replaceAll("dd", iso.slice(8, 10))
        .replaceAll("HH", iso.slice(11, 13))
        .replaceAll("mm", iso.slice(14, 16))
        .replaceAll("ss", iso.slice(17, 19));
  }
}

/**
 * A time with an ISO 8601 duration added, e.g. `PT2H` or `-P1D`.
 *
 * @throws {ArmError} when one of them is none.
 */
export function timeAfter(base: string, duration: string): Date {
  const time = parseTime(base);
  const found =
    /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
      duration,
    );
  if (found === null || duration.replace("-", "").length < 3)
    throw invalid(`'${duration}' is not a duration like PT2H or P1D`);
  const sign = found[1] === undefined ? 1 : -1;
  const [years, months, weeks, days, hours, minutes, seconds] = found
    .slice(2)
    .map((amount: string | undefined) => sign * Number(amount ?? 0));
  time.setUTCFullYear(time.getUTCFullYear() + (years ?? 0), time.getUTCMonth() + (months ?? 0));
  time.setUTCDate(time.getUTCDate() + 7 * (weeks ?? 0) + (days ?? 0));
  time.setUTCHours(
    time.getUTCHours() + (hours ?? 0),
    time.getUTCMinutes() + (minutes ?? 0),
    time.getUTCSeconds() + (seconds ?? 0),
  );
  return time;
}

/** ISO 8601, with or without its separators. */
function parseTime(text: string): Date {
  const extended = text.replace(
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/,
    "$1-$2-$3T$4:$5:$6",
  );
  const time = new Date(extended);
  if (Number.isNaN(time.getTime())) throw invalid(`'${text}' is not a time in ISO 8601`);
  return time;
}

function invalid(what: string): ArmError {
  return new ArmError(400, "InvalidTemplate", `Unable to process template language: ${what}.`);
}
