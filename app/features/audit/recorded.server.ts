import type { Actor } from "#app/access/actor.ts";
import { roleInCase } from "#app/access/roles.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { Json } from "#app/kernel/json.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { AuditAction } from "./audit-action.ts";
import { type AuditDetails, appendToChain } from "./audit-chain.server.ts";
import { type CaseStep, writeCaseStep } from "./case-history.server.ts";
import { recipientOf, writeOwnEntry } from "./own-entries.server.ts";
import { claimSubmission, keepResult } from "./submissions.server.ts";

export interface Entry {
  readonly action: AuditAction;
  readonly subjectId?: string;
  /** free text and all else that must never lie in a column */
  readonly sealed?: Json;
  /** the step as the case's history shows it */
  readonly caseStep?: CaseStep;
}

/** The case was erased, or went behind the wall, a moment before. */
const GONE = { kind: "not-found", code: "case.none" } as const;

export type Recorder = (entry: Entry) => Promise<void>;

/**
 * Runs a command: rule, change and record in one transaction, together or not at all. A refusal undoes everything.
 * The same form sent twice, even at the same moment, runs it once; the second sender gets the first answer.
 * The answer must survive JSON, for it is kept, sealed, with the form's token.
 */
export async function recorded<T>(
  actor: Actor,
  work: (tx: Transaction, record: Recorder) => Promise<Result<T>>,
): Promise<Result<T>> {
  const command = actor.submission ? actor.submission.commands++ : 0;
  try {
    return await withActor(actor, async (tx) => {
      const claim = await claimSubmission(tx, actor, command);
      if (claim.kept !== undefined) return claim.kept as Result<T>;
      const entries: AuditDetails[] = [];
      const result = await work(tx, async ({ action, subjectId, sealed, caseStep }) => {
        const details = {
          action,
          by: actor.userId,
          ...(subjectId && { subjectId }),
          ...(sealed !== undefined && { sealed }),
        };
        entries.push(details);
        // Without an account there is no page of own entries: the case's own history tells.
        if (actor.role !== "receipt") await writeOwnEntry(tx, recipientOf(actor), action, now());
        const told = { action, by: roleInCase(actor.role), at: now() };
        if (caseStep && !(await writeCaseStep(tx, caseStep, told))) throw new Undo(refuse(GONE));
      });
      if (!result.ok) throw new Undo(result);
      await keepResult(tx, actor, claim, result);
      await appendToChain(tx, entries, now());
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.result as Result<T>;
    throw error;
  }
}

/** Carries a refusal out of the transaction, which rolls back on its way. */
class Undo extends Error {
  constructor(readonly result: Result<never, Refusal>) {
    super("refused");
  }
}
