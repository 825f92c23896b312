import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import type { MatchedInstitution } from "#app/features/cases/case-record.ts";
import { changeAssessment } from "#app/features/cases/casework/assessment-changes.server.ts";
import { nameOf } from "#app/features/registers/institutions/institution.ts";
import { addInstitutionIn } from "#app/features/registers/institutions/institution-commands.server.ts";
import type { InstitutionFacts } from "#app/features/registers/institutions/institution-forms.ts";
import { entryFor } from "#app/features/registers/institutions/institution-group.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { MatchForm } from "./institution-match-forms.ts";

/**
 * Says which entry of the register acted in a case, or that none does. The code goes into the assessed facets, the name
 * beside it under the notes key.
 */
export function matchInstitution(actor: Actor, caseId: CaseId, { version, code }: MatchForm): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const entry = code && entryFor(await openRegister(actor, tx), code);
    if (code && !entry)
      return refuse({ kind: "invalid", code: "form.invalid", fields: { institution: "institutions.match.required" } });
    const matched = entry ? { code: entry.id, name: nameOf(entry) } : null;
    return matchIn(actor, tx, record, caseId, { version, matched });
  });
}

/** Adds what the register has not yet and matches the case to it, or neither. */
export function addAndMatch(
  actor: Actor,
  caseId: CaseId,
  { version, facts }: { readonly version: number; readonly facts: InstitutionFacts },
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const added = await addInstitutionIn(actor, tx, record, facts);
    if (!added.ok) return added;
    const matched = { code: added.value.id, name: facts.names[0] };
    return matchIn(actor, tx, record, caseId, { version, matched });
  });
}

interface Match {
  readonly version: number;
  readonly matched: MatchedInstitution | null;
}

async function matchIn(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  caseId: CaseId,
  { version, matched }: Match,
): Promise<Result<null>> {
  const changed = await changeAssessment(actor, tx, caseId, version, (before) =>
    ok({ ...before, institution: matched }),
  );
  if (!changed.ok) return changed;
  const { before, notesKey } = changed.value;
  const name = matched ?? before.institution;
  await record({
    action: matched ? "case.institution-matched" : "case.institution-unmatched",
    subjectId: caseId,
    caseStep: { caseId, shown: "notes", key: notesKey, details: { text: name?.name ?? "" } },
  });
  return ok(null);
}
