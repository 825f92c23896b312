import { Prisma } from "./generated/client.ts";
import type { Transaction } from "./in-context.server.ts";

/** Tables that nearly every command writes to, and their rows. */
interface OftenWritten {
  readonly audit_entries: Prisma.AuditEntryCreateManyInput;
  readonly case_assessments: Prisma.CaseAssessmentCreateManyInput;
  readonly case_events: Prisma.CaseEventCreateManyInput;
  readonly case_notes: Prisma.CaseNoteCreateManyInput;
  readonly case_relations: Prisma.CaseRelationCreateManyInput;
  readonly cases: Prisma.CaseCreateManyInput;
  readonly messages: Prisma.MessageCreateManyInput;
  readonly own_entries: Prisma.OwnEntryCreateManyInput;
  readonly submissions: Prisma.SubmissionCreateManyInput;
  readonly tasks: Prisma.TaskCreateManyInput;
  readonly wraps: Prisma.WrapCreateManyInput;
}

/**
 * Puts rows into a table in one statement, none where there are none.
 * Prisma keeps the plan of every kind of statement except `createMany`, which it compiles anew each time with all that it
 * writes: a third of the work of sending a report. `create` is kept, but reads the row back, which row-level security
 * refuses to whoever may write there and not read.
 * @param rows all with the same fields
 * @returns how many were written; fewer only with `skipDuplicates`
 */
export async function insertRows<Table extends keyof OftenWritten>(
  tx: Transaction,
  table: Table,
  rows: readonly OftenWritten[Table][],
  { skipDuplicates = false } = {},
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const fields = Object.keys(first) as (keyof OftenWritten[Table])[];
  const columns = fields.map((field) => Prisma.raw(columnOf(String(field))));
  const values = rows.map((row) => Prisma.sql`(${Prisma.join(fields.map((field) => row[field] ?? null))})`);
  const unless = skipDuplicates ? Prisma.raw("ON CONFLICT DO NOTHING") : Prisma.empty;
  return tx.$executeRaw`
    INSERT INTO ${Prisma.raw(table)} (${Prisma.join(columns)}) VALUES ${Prisma.join(values)} ${unless}`;
}

/** The schema names every column after its field: `caseId` is `case_id`. @throws TypeError for anything but letters */
function columnOf(field: string): string {
  if (!/^[a-zA-Z]+$/.test(field)) throw new TypeError("a field is named with letters alone");
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
