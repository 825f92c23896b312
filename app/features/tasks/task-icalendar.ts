import { addDays, type IsoDay } from "#app/kernel/iso-day.ts";

/** What a calendar program gets of a day: which case, when, and a mark by which it finds the entry again. */
export interface CalendarDay {
  readonly uid: string;
  readonly on: IsoDay;
  readonly summary: string;
}

const CRLF = "\r\n";
/** RFC 5545, 3.1: a line has at most 75 octets, its end not counted. */
const LINE_OCTETS = 75;

/**
 * A calendar as RFC 5545 wants it: whole days, no time zone, no place, nobody invited.
 * @param stampedOn the day that stands as the time of making, which the format demands; its hour says nothing
 */
export function icalendar(days: readonly CalendarDay[], stampedOn: IsoDay): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//calendar//days//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...days.flatMap((day) => eventLines(day, stampedOn)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => folded(line) + CRLF).join("");
}

function eventLines({ uid, on, summary }: CalendarDay, stampedOn: IsoDay): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${basic(stampedOn)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    // The end is the first day that no longer belongs to it.
    `DTEND;VALUE=DATE:${basic(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const basic = (day: IsoDay) => day.replaceAll("-", "");

/** RFC 5545, 3.3.11: these four have a meaning of their own in a text; other controls may not stand there at all. */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n]/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** Long lines go on in the next one, after a space; never within a letter. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join(CRLF);
}
