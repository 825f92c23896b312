import type { AffectedType } from "#app/features/taxonomy/codes.ts";
import type { IncidentGroup } from "#app/features/taxonomy/incident-groups.ts";

/** Invented names and texts. None is or was an organisation, a bank or a case. */

const PLACES = ["Riverside", "Harbour", "Northern", "Highland", "Lakeside", "Old Town", "Eastern", "Valley", "Coastal"];
const AIMS = ["Legal Clinic", "Documentation Centre", "Survivors' Network", "Justice Initiative", "Witness Support"];

/** A different name for each number. */
export function demoPartyName(number: number): string {
  const name = `${PLACES[number % PLACES.length]} ${AIMS[Math.floor(number / PLACES.length) % AIMS.length]}`;
  const round = Math.floor(number / (PLACES.length * AIMS.length));
  return round === 0 ? name : `${name} ${round + 1}`;
}

export const DEMO_PARTY_TYPES: Partial<Record<AffectedType, number>> = {
  cso: 50,
  victims_group: 15,
  humanitarian_ngo: 15,
  faith_based_charity: 5,
  solidarity_group: 8,
  media_nonprofit: 7,
};

/** Where the parties are based: a wide spread, with several in each regional group. */
// biome-ignore format: a table of weights
export const DEMO_COUNTRIES = {
  NL: 9, KE: 8, UG: 7, CO: 7, PS: 7, FR: 6, GB: 6, DE: 6, BE: 4, CD: 4, GE: 4, UA: 4, PH: 4, BD: 3,
  VE: 3, MX: 3, ZA: 3, NG: 3, CI: 2, SN: 2, TN: 2, IT: 2, ES: 2, CH: 2, PE: 2, JO: 2, RS: 1, GT: 1,
} as const;

// biome-ignore format: a table of weights
export const DEMO_INSTITUTION_COUNTRIES = {
  US: 26, GB: 12, DE: 10, NL: 9, FR: 8, CH: 6, BE: 5, IE: 5, AE: 3, KE: 3, CO: 2, IT: 2, ES: 2, LU: 2,
} as const;

export const DEMO_INSTITUTIONS = [
  "Northern Savings Bank",
  "Harbour & Sons Bank",
  "First Meridian Bank",
  "Banque du Levant Gris",
  "Cardline Payments",
  "Openhand Giving",
  "Cumulus Mail",
  "Atlas Insurance",
  "Bluebird Cloud",
  "Kredietbank De Linde",
] as const;

export const DEMO_STORIES: Record<IncidentGroup, readonly string[]> = {
  account: [
    "The bank wrote that it will end our account. The letter gives no reason. Salaries for eleven people go through it.",
    "Nous avons reçu une lettre de la banque. Elle ferme notre compte et ne répond plus à nos questions.",
    "We could see the money, but every transfer was refused. The branch said that head office decides.",
  ],
  payment: [
    "Our donor sent the second part of the grant. The bank in between holds it and wants a list of all our partners.",
    "La transferencia fue devuelta después de tres semanas, sin explicación y con una comisión.",
    "The transfer for witness travel never arrived. The compliance team does not answer.",
  ],
  card_and_platform: [
    "The payment service ended our contract by e-mail, with two days' notice. Donations stopped at once.",
    "Our fundraising page disappeared overnight. The money that was collected is still with them.",
  ],
  funding_and_people: [
    "A foundation paused its grant until its lawyers know whether it may still support us.",
    "Two colleagues with United States passports left the board. We stopped sending material to the Court.",
    "توقفنا عن إرسال المواد إلى المحكمة لأن أحد الشركاء يخشى العقوبات.",
  ],
  service: [
    "The auditor will not sign our accounts any more, and no other firm in town wants to begin.",
    "Our insurer did not renew the policy for field work. They named the work with the Court.",
  ],
  digital: [
    "Our e-mail was switched off on a Friday evening. Interviews of nine years lay in that account.",
    "The cloud provider asked us to remove everything within ten days.",
  ],
  mobility: ["Our advocate was refused a visa for the hearing. No reason was given."],
  security_and_law: [
    "Two men came to the office and asked who works on the file. They left a card.",
    "Somebody tried to enter our accounts for three nights in a row, after the interview was on television.",
  ],
};
