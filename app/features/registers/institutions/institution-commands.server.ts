import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Institution, nameOf, type Register, type RegisterEntry, type RightOfReply } from "./institution.ts";
import type { InstitutionFacts } from "./institution-forms.ts";
import { codesOf } from "./institution-group.ts";
import { openRegister, sealInstitution } from "./institution-register.server.ts";
import { foldedEntry, whyNotFolded, wrongFields } from "./institution-rules.ts";

const NONE = { kind: "not-found", code: "institution.none" } as const;
const CHANGED = { kind: "conflict", code: "institution.changed-meanwhile" } as const;

/** Puts an institution on the register. It waits for review until somebody confirms it, whoever added it. */
export function addInstitution(actor: Actor, facts: InstitutionFacts): Promise<Result<{ id: InstitutionId }>> {
  return recorded(actor, (tx, record) => addInstitutionIn(actor, tx, record, facts));
}

/** The same within a command that does more: a coordinator adds one from a case and matches it at once. */
export async function addInstitutionIn(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  facts: InstitutionFacts,
): Promise<Result<{ id: InstitutionId }>> {
  const register = await openRegister(actor, tx);
  const fields = wrongFields(register, null, facts);
  if (fields) return refuse({ kind: "invalid", code: "form.invalid", fields });
  const id = newId<InstitutionId>();
  const institution: Institution = { ...facts, state: "for_review", foldedInto: null, reply: null };
  await tx.institution.createMany({ data: { id, version: 1, ...(await sealInstitution(actor, tx, id, institution)) } });
  await record({ action: "institution.added", subjectId: id, sealed: { name: facts.names[0] } });
  return ok({ id });
}

interface Changed<Values> {
  readonly version: number;
  readonly values: Values;
}

/** Other words for an institution. Cases that were matched keep the name they were given; the register has the newest. */
export function changeInstitution(
  actor: Actor,
  id: InstitutionId,
  { version, values }: Changed<InstitutionFacts>,
): Promise<Result<null>> {
  return onEntry(actor, id, async ({ tx, record, register, entry }) => {
    const fields = wrongFields(register, entry, values);
    if (fields) return refuse({ kind: "invalid", code: "form.invalid", fields });
    if (!(await rewrite(actor, tx, { ...entry, ...values, version }))) return refuse(CHANGED);
    await record({ action: "institution.changed", subjectId: id, sealed: { name: values.names[0] } });
    return ok(null);
  });
}

/** Somebody has looked at it: it exists, it is named so, and it is none of the others. */
export function confirmInstitution(
  actor: Actor,
  id: InstitutionId,
  { version }: { readonly version: number },
): Promise<Result<null>> {
  return onEntry(actor, id, async ({ tx, record, entry }) => {
    if (!(await rewrite(actor, tx, { ...entry, state: "confirmed", version }))) return refuse(CHANGED);
    await record({ action: "institution.confirmed", subjectId: id, sealed: { name: nameOf(entry) } });
    return ok(null);
  });
}

/**
 * Folds an entry into another of which it is only a spelling: its names, and codes where the other has none, go there, its
 * members belong to the other, and its own code stands for the other from now on.
 */
export function foldInstitution(
  actor: Actor,
  id: InstitutionId,
  { version, into }: { readonly version: number; readonly into: InstitutionId },
): Promise<Result<null>> {
  return onEntry(actor, id, async ({ tx, record, register, entry }) => {
    const target = register.get(into);
    const why = whyNotFolded(register, entry, target);
    if (!target || why) return refuse({ kind: "invalid", code: "form.invalid", fields: { into: why ?? GONE } });
    if (!(await rewrite(actor, tx, { ...entry, foldedInto: into, version }))) return refuse(CHANGED);
    if (!(await rewrite(actor, tx, foldedEntry(register, target, entry)))) return refuse(CHANGED);
    const codes = codesOf(register, id);
    await record({ action: "institution.folded", subjectId: id, sealed: { into, name: nameOf(entry), codes } });
    return ok(null);
  });
}

/**
 * What it was asked and what it said, within a command that knows whether it may be asked at all.
 * @param entry  as the register has it, with the version that the form has shown
 */
export async function keepReplyIn(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  entry: RegisterEntry & { readonly reply: RightOfReply },
): Promise<Result<null>> {
  if (!(await rewrite(actor, tx, entry))) return refuse(CHANGED);
  const { askedOn, answeredOn } = entry.reply;
  const sealed = { name: nameOf(entry), askedOn, answeredOn };
  await record({ action: "institution.reply-recorded", subjectId: entry.id, sealed });
  return ok(null);
}

const GONE = "institutions.fold.required";

interface OnEntry {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly register: Register;
  readonly entry: RegisterEntry;
}

/** What was folded is changed no more: it is a spelling of another. */
function onEntry<T>(actor: Actor, id: InstitutionId, work: (at: OnEntry) => Promise<Result<T>>): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    const register = await openRegister(actor, tx);
    const entry = register.get(id);
    if (!entry || entry.foldedInto !== null) return refuse(NONE);
    return work({ tx, record, register, entry });
  });
}

/** @returns whether the entry was still as its version says: of two who change it at once the later one is told so */
async function rewrite(actor: Actor, tx: Transaction, { id, version, ...kept }: RegisterEntry): Promise<boolean> {
  const sealed = await sealInstitution(actor, tx, id, kept);
  const { count } = await tx.institution.updateMany({
    where: { id, version },
    data: { version: version + 1, ...sealed },
  });
  return count === 1;
}
