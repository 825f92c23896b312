/** Invented names. None is or was an organisation. */

const OF_WHAT = [
  "Testimony",
  "Open Records",
  "Green Bench",
  "Second Hearing",
  "Lantern",
  "Common Ground",
  "Long Table",
];
const WHAT = ["Centre", "Network", "Collective", "Initiative", "House", "League", "Circle", "Clinic", "Archive"];

/** A different name for each number from 0. */
export function inventedName(number: number): string {
  const name = `${OF_WHAT[number % OF_WHAT.length]} ${WHAT[Math.floor(number / OF_WHAT.length) % WHAT.length]}`;
  const round = Math.floor(number / (OF_WHAT.length * WHAT.length));
  return round === 0 ? name : `${name} ${round + 1}`;
}
