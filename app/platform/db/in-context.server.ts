import { client } from "./database.server.ts";
import type { DatabaseRole } from "./database-config.ts";
import { withoutParameters } from "./database-error.server.ts";
import type { Prisma } from "./generated/client.ts";
import { type OpenTransaction, openTransaction } from "./open-transaction.server.ts";

export type { DatabaseRole } from "./database-config.ts";
export type Transaction = Prisma.TransactionClient;

/** Who acts, as row-level security sees it. What is left out is unset, and unset matches no row. */
export interface DatabaseContext {
  readonly role: DatabaseRole;
  readonly user?: string | undefined;
  readonly team?: string | undefined;
  readonly organisation?: string | undefined;
  readonly session?: string | undefined;
  /** the one case of a receipt */
  readonly case?: string | undefined;
  /** of somebody who answers a survey: nothing of it names a person */
  readonly survey?: SurveyContext | undefined;
}

/** Values of a survey's code, of its open link, and of code and words together: each reaches its own row and no other. */
export interface SurveyContext {
  readonly code?: string | undefined;
  readonly link?: string | undefined;
  readonly draft?: string | undefined;
  readonly answer?: string | undefined;
}

/**
 * The only door to the database: role and context hold for this one transaction, whatever happens in it.
 * Committed when `work` resolves, rolled back when it throws.
 * @throws DatabaseError for whatever the database refuses, without parameters; what `work` itself throws passes unchanged
 */
export async function inContext<T>(context: DatabaseContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
  // A second transaction inside the first waits on the embedded database for itself, and on PostgreSQL it would not
  // see what the first has written. Both are bugs, so both fail at once and the same way.
  const inside = openTransaction();
  if (inside.getStore()?.isOpen) throw new Error("inContext within inContext: pass the transaction on instead.");
  const here: OpenTransaction = { isOpen: true };
  try {
    return await inside.run(here, () =>
      client().$transaction(async (tx) => {
        here.tx = tx;
        await enter(tx, context);
        if (context.survey) await enterSurvey(tx, context.survey);
        return await work(tx);
      }),
    );
  } catch (error) {
    throw withoutParameters(error);
  } finally {
    here.isOpen = false;
  }
}

/** One statement, all settings local to the transaction, all values as parameters. */
function enter(tx: Transaction, { role, user, team, organisation, session, case: caseId }: DatabaseContext) {
  return tx.$executeRaw`
    SELECT set_config('role', ${`app_${role}`}, true), set_config('app.user', ${user ?? ""}, true),
      set_config('app.team', ${team ?? ""}, true), set_config('app.organisation', ${organisation ?? ""}, true),
      set_config('app.session', ${session ?? ""}, true), set_config('app.case', ${caseId ?? ""}, true)`;
}

function enterSurvey(tx: Transaction, { code, link, draft, answer }: SurveyContext) {
  return tx.$executeRaw`
    SELECT set_config('app.code', ${code ?? ""}, true), set_config('app.link', ${link ?? ""}, true),
      set_config('app.draft', ${draft ?? ""}, true), set_config('app.answer', ${answer ?? ""}, true)`;
}
