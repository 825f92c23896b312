import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import { chance } from "#app/features/disclosure/rules/cost.server.ts";
import { EXTRACTS, type Rules } from "#app/features/disclosure/settings.ts";
import { counted } from "./recoding.ts";

/** Why a class of rows cannot leave as it is. */
export type ClassFault = "few-organisations" | "one-value" | "nearly-alike";

/** What a row says of one sensitive facet, as it is to be printed. */
export type SaidOf = (record: MicroRecord) => readonly string[];

export const leastOrganisations = ({ m }: Pick<Rules, "m">): number => Math.max(EXTRACTS.leastOrganisations, m);

const organisationsIn = (records: readonly MicroRecord[]): number => new Set(records.map(({ unit }) => unit)).size;

/**
 * What is wrong with a class. Anonymity is counted in organisations: five rows of one organisation hide nobody.
 * @see Samarati and Sweeney (1998), k-anonymity; Machanavajjhala et al. (2007), distinct l-diversity
 */
export function classFaults(
  records: readonly MicroRecord[],
  sensitive: readonly SaidOf[],
  rules: Pick<Rules, "m" | "homogeneity">,
): ClassFault[] {
  const faults: ClassFault[] = organisationsIn(records) < leastOrganisations(rules) ? ["few-organisations"] : [];
  const spreads = sensitive.map((said) => spreadOf(records, said));
  if (spreads.some(({ values }) => values < EXTRACTS.leastValues)) faults.push("one-value");
  const most = Math.min(EXTRACTS.mostAlike, rules.homogeneity);
  if (spreads.some(({ largest }) => largest > most)) faults.push("nearly-alike");
  return faults;
}

/** Each organisation has one say for each value that it has. */
function spreadOf(records: readonly MicroRecord[], saidOf: SaidOf): { values: number; largest: number } {
  const said = new Set(records.flatMap((record) => saidOf(record).map((code) => `${code}|${record.unit}`)));
  const counts = counted([...said].map((one) => one.slice(0, one.indexOf("|"))));
  return { values: counts.size, largest: Math.max(0, ...counts.values()) / organisationsIn(records) };
}

/** At most three rows an organisation in a class, drawn by the seed: whoever has many would be known by their number. */
export function thinned(records: readonly MicroRecord[], seed: string): { kept: MicroRecord[]; left: MicroRecord[] } {
  const order = (record: MicroRecord) => chance(seed, `row ${record.id}`);
  const drawn = [...records].sort((a, b) => order(a) - order(b));
  const taken = new Map<string, number>();
  const kept: MicroRecord[] = [];
  const left: MicroRecord[] = [];
  for (const record of drawn) {
    const rows = (taken.get(record.unit) ?? 0) + 1;
    taken.set(record.unit, rows);
    (rows <= EXTRACTS.rowsAnOrganisation ? kept : left).push(record);
  }
  return { kept, left };
}
