import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { matchInstitution } from "#app/features/cases/institutions/institution-match-commands.server.ts";
import type { RegisterEntry } from "#app/features/registers/institutions/institution.ts";
import {
  addInstitution,
  confirmInstitution,
} from "#app/features/registers/institutions/institution-commands.server.ts";
import type { InstitutionFacts } from "#app/features/registers/institutions/institution-forms.ts";
import { candidatesFor } from "#app/features/registers/institutions/institution-matching.ts";
import { readRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import type { CaseId, InstitutionId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";

/** A line of the demonstration's register: names, then what is known; the group by its name. */
type DemoInstitution = Omit<Partial<InstitutionFacts>, "names" | "parentId"> & {
  readonly names: InstitutionFacts["names"];
  readonly group?: string;
  /** still to be looked at */
  readonly waits?: true;
};

/** Institutions that the public incidents name, and groups to which some belong. A group stands before its members. */
const INSTITUTIONS: readonly DemoInstitution[] = [
  { names: ["HSBC", "HSBC UK Bank plc"], country: "GB", type: "commercial_bank", bic: "HBUKGB4B", lei: null },
  { names: ["UBS Group"], country: "CH" },
  { names: ["UBS", "UBS AG"], country: "CH", type: "commercial_bank", lei: "BFM8T61CT2L1QCEMIK50", group: "UBS Group" },
  {
    names: ["Credit Suisse"],
    country: "CH",
    type: "commercial_bank",
    lei: "ANGGYXNX0JLX3X63JN86",
    group: "UBS Group",
  },
  { names: ["Alphabet"], country: "US" },
  { names: ["YouTube", "YouTube (Google)"], country: "US", type: "social_media_platform", group: "Alphabet" },
  { names: ["Banco Santander"], country: "ES", type: "commercial_bank" },
  { names: ["Alliance & Leicester"], country: "GB", type: "commercial_bank", group: "Banco Santander" },
  { names: ["Barclays", "Barclays Bank plc"], country: "GB", type: "commercial_bank", lei: "G5GSEF7VJP5I7OUK5573" },
  { names: ["Co-operative Bank"], country: "GB", type: "commercial_bank" },
  { names: ["ING", "ING Bank N.V."], country: "NL", type: "commercial_bank", bic: "INGBNL2A" },
  { names: ["PostFinance"], country: "CH", type: "postal_bank", bic: "POFICHBE" },
  { names: ["GLS Bank", "GLS Gemeinschaftsbank eG"], country: "DE", type: "cooperative_bank" },
  { names: ["Bank fuer Sozialwirtschaft", "SozialBank"], country: "DE", type: "cooperative_bank" },
  { names: ["Berliner Sparkasse"], country: "DE", type: "public_savings_bank" },
  { names: ["PayPal"], country: "US", type: "payment_processor" },
  { names: ["GoFundMe"], country: "US", type: "fundraising_platform" },
  { names: ["Banca Etica", "Banca Popolare Etica"], country: "IT", type: "cooperative_bank" },
  { names: ["Northern Savings Bank"], country: "NL", type: "commercial_bank" },
  { names: ["Banque du Canal"], country: "FR", type: "correspondent_bank", waits: true },
];

/** Fills the register and matches every case of the team whose institution is spelled like an entry of it. */
export async function fillRegister(intake: Actor): Promise<void> {
  const ids = new Map<string, InstitutionId>();
  for (const { names, group, waits, ...known } of INSTITUTIONS) {
    const parentId = group ? (ids.get(group) ?? null) : null;
    const facts = { country: null, type: null, bic: null, lei: null, ...known, names, parentId };
    const { id } = valueFrom(await addInstitution(intake, facts));
    ids.set(names[0], id);
    if (!waits) valueFrom(await confirmInstitution(intake, id, { version: 1 }));
  }
  for (const { caseId, version, entry } of await recognised(intake))
    valueFrom(await matchInstitution(intake, caseId, { version, code: entry.id }));
}

interface Recognised {
  readonly caseId: CaseId;
  readonly version: number;
  readonly entry: RegisterEntry;
}

async function recognised(intake: Actor): Promise<readonly Recognised[]> {
  const register = await readRegister(intake);
  return withActor(intake, async (tx) => {
    const found: Recognised[] = [];
    for (const { id } of await tx.case.findMany({ select: { id: true } })) {
      const own = await openOwnCase(intake, tx, id as CaseId);
      const name = own?.body.report.institution?.institutionName;
      if (!own || !name) continue;
      const named = { name, country: own.copy.facts.institutionCountry };
      const [best] = candidatesFor(register, named).filter(({ why }) => why === "same");
      if (best) found.push({ caseId: own.id, version: own.version, entry: best.entry });
    }
    return found;
  });
}
