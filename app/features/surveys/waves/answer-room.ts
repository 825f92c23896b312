/**
 * Rooms that answers and drafts fill, in bytes with the length that padding adds. Two sizes and no more: the lengths of
 * what people write, whether somebody left a contact, and how far a draft has come must all look the same.
 */
export const ROOMS = [16_384, 65_536] as const;
/** The length field of the padding. */
const LENGTH_BYTES = 4;
/** What a contact fills before it is sealed. */
export const CONTACT_ROOM = 1_024;

const encoder = new TextEncoder();

/**
 * The same JSON with spaces after it, so that it fills one of the rooms exactly; a reader of JSON does not see them.
 * @returns null for what fits in none
 */
export function inRoom(json: string, rooms: readonly number[] = ROOMS): string | null {
  const size = encoder.encode(json).length;
  const room = rooms.find((one) => size + LENGTH_BYTES <= one);
  return room === undefined ? null : json + " ".repeat(room - LENGTH_BYTES - size);
}
