import type { Actor } from "#app/access/actor.ts";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import type { WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import { countryName } from "#app/features/registers/country-names.server.ts";
import { listedEntries, type Register } from "#app/features/registers/institutions/institution.ts";
import { entryFor } from "#app/features/registers/institutions/institution-group.ts";
import { type Candidate, candidatesFor } from "#app/features/registers/institutions/institution-matching.ts";
import {
  entryChoices,
  institutionRow,
  readNewInstitution,
} from "#app/features/registers/institutions/institution-pages.server.ts";
import { readRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { NO_ENTRY, OTHER_ENTRY } from "./institution-match-forms.ts";
import type { CandidateWords, MatchNewPageData, MatchPageData, TypedInstitution } from "./institution-match-page.ts";

/** @throws Response the page of what is not there */
export async function readMatchPage(actor: Actor, caseId: CaseId, locale: Locale): Promise<MatchPageData> {
  const work = await readWorkCase(actor, caseId);
  const register = await readRegister(actor);
  const { name, country } = typedName(work);
  const candidates = name ? candidatesFor(register, { name, country }) : [];
  return {
    standing: caseStanding(actor, work, locale),
    typed: typedWords(work, locale),
    candidates: candidates.map((candidate) => candidateWords(register, candidate, locale)),
    others: entryChoices(listedEntries(register)),
    chosen: chosenIn(register, work, candidates),
  };
}

/** @throws Response the page of what is not there */
export async function readMatchNewPage(actor: Actor, caseId: CaseId, locale: Locale): Promise<MatchNewPageData> {
  const work = await readWorkCase(actor, caseId);
  const { name, country } = typedName(work);
  const known = { ...(name && { names: [name] as const }), country, type: work.copy.facts.institutionType };
  return { standing: caseStanding(actor, work, locale), ...(await readNewInstitution(actor, locale, known)) };
}

function typedName({ body, copy }: WorkCase) {
  return { name: body.report.institution?.institutionName ?? null, country: copy.facts.institutionCountry };
}

function typedWords(work: WorkCase, locale: Locale): TypedInstitution {
  const { name, country } = typedName(work);
  const { institutionType } = work.copy.facts;
  return {
    name,
    type: institutionType && labelOf("institution_type", institutionType, locale),
    country: country && countryName(country, locale),
  };
}

function candidateWords(register: Register, { entry, why }: Candidate, locale: Locale): CandidateWords {
  const { type, country, group } = institutionRow(register, entry, locale);
  return { id: entry.id, name: entry.names[0], why, facts: [type, country, group].filter((fact) => fact !== null) };
}

/** A case that was matched to what is a spelling of another entry by now is matched to that one. */
function chosenIn(register: Register, { assessment }: WorkCase, candidates: readonly Candidate[]) {
  const matched = entryFor(register, assessment.institution?.code ?? null);
  if (!matched) return { institution: assessment.institution === null ? NO_ENTRY : "", other: "" };
  const isProposed = candidates.some(({ entry }) => entry.id === matched.id);
  return isProposed ? { institution: matched.id, other: "" } : { institution: OTHER_ENTRY, other: matched.id };
}
