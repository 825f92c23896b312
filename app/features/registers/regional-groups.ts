/**
 * The United Nations regional group of every country code of ISO 3166-1 (and XK), not of States Parties only:
 * institutions stand anywhere, and a figure that may not name a country names its group.
 * Source: the groups of the General Assembly. Where a code is no member of a group, this table decides and says so:
 * - territories stand with the State that administers them, Western Sahara and the observers Palestine and
 *   the Holy See with their neighbours;
 * - the United States (observer), Israel and Türkiye (for elections) stand in Western Europe and others;
 * - Kosovo and Taiwan stand with their neighbours. None of this says anything about status.
 */
export const REGIONAL_GROUPS = [
  "africa",
  "asia_pacific",
  "eastern_europe",
  "latin_america_and_caribbean",
  "western_europe_and_others",
] as const;
export type RegionalGroup = (typeof REGIONAL_GROUPS)[number];

const CODES: Record<RegionalGroup, string> = {
  africa:
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW",
  asia_pacific:
    "AE AF BD BH BN BT CK CN CY FJ FM HK ID IN IQ IR JO JP KG KH KI KP KR KW KZ LA LB LK MH MM MN MO MV MY NP NR NU OM PG PH PK PS PW QA SA SB SG SY TH TJ TL TM TO TV TW UZ VN VU WS YE",
  eastern_europe: "AL AM AZ BA BG BY CZ EE GE HR HU LT LV MD ME MK PL RO RS RU SI SK UA XK",
  latin_america_and_caribbean:
    "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT UY VC VE",
  western_europe_and_others:
    "AD AI AS AT AU AW AX BE BL BM BQ BV CA CC CH CW CX DE DK ES FI FK FO FR GB GF GG GI GL GP GR GS GU HM IE IL IM IO IS IT JE KY LI LU MC MF MP MQ MS MT NC NF NL NO NZ PF PM PN PR PT RE SE SH SJ SM SX TC TF TK TR UM US VA VG VI WF YT",
};

// Antarctica has no group, no bank and no civil society organisation; it is left out on purpose.
const GROUP_OF: ReadonlyMap<string, RegionalGroup> = new Map(
  REGIONAL_GROUPS.flatMap((group) => CODES[group].split(" ").map((code) => [code, group] as const)),
);

/** Every country code that a form or an import may hold, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = [...GROUP_OF.keys()].sort();

export function isCountryCode(text: string): boolean {
  return GROUP_OF.has(text);
}

/** @returns the group, or null for a code that is no country. */
export function regionalGroupOf(country: string): RegionalGroup | null {
  return GROUP_OF.get(country) ?? null;
}
