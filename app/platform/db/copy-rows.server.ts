import { copyReader } from "./copy-format.ts";
import type { Transaction } from "./in-context.server.ts";
import { openTransaction } from "./open-transaction.server.ts";

export { COPIED } from "./copy-format.ts";

/** A reader for each column of a statement, in its order. */
type Columns = Readonly<Record<string, (value: Uint8Array) => unknown>>;
type CopiedInto<Of extends Columns> = { readonly [Name in keyof Of]: ReturnType<Of[Name]> };

/**
 * Reads rows with large sealed values as the bytes they are: Prisma hands bytes over one number at a time and its drivers
 * as text, which costs far more than opening them. Same transaction, same role, same row-level security.
 *
 * COPY takes no parameters: the statement stands in the code as it is, and what varies is a list of ids in a setting.
 * @example copyRows(tx, ids, { id: COPIED.uuid, sealed: COPIED.bytea }, take)`
 *   SELECT id, sealed FROM facet_blocks WHERE id = ANY (app.ctx('ids')::uuid[])`
 * @param take is called for each row as it comes; the first thing it throws is thrown when the last has come
 * @throws Error outside of the transaction that `tx` is
 */
export function copyRows<Of extends Columns>(
  tx: Transaction,
  ids: readonly string[],
  columns: Of,
  take: (row: CopiedInto<Of>) => void,
) {
  return async (select: TemplateStringsArray): Promise<void> => {
    if (ids.length === 0) return;
    const copyOut = copyOutOf(tx);
    await tx.$executeRaw`SELECT set_config('app.ids', ${`{${ids.join()}}`}, true)`;
    const readers = Object.entries(columns);
    const { read, finish } = copyReader((row) =>
      take(Object.fromEntries(readers.map(([name, value], place) => [name, value(row[place]!)])) as CopiedInto<Of>),
    );
    const failures: unknown[] = [];
    await copyOut(`COPY (${select[0]}) TO STDOUT (FORMAT binary)`, (message) => {
      // The server sends on whatever happens here, and the driver must not see an error that is not its own.
      try {
        if (failures.length === 0) read(message);
      } catch (error) {
        failures.push(error);
      }
    });
    if (failures.length > 0) throw failures[0];
    finish();
  };
}

function copyOutOf(tx: Transaction) {
  const here = openTransaction().getStore();
  if (!here?.isOpen || here.tx !== tx || !here.copyOut) throw new Error("copyRows outside of its transaction.");
  return here.copyOut;
}
