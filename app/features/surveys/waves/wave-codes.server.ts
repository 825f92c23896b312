import { codeValue, foldCode, newCode } from "#app/platform/crypto/codes.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";

/*
 * What a code says, to whom. `valid` finds that it is one of a wave's; `participation` says to the team, after a
 * hand-over, that it was answered. Neither leads to the other, nor to the answer, without the code itself, which is kept
 * nowhere.
 */

export const validOf = (code: string): string => codeValue(code, "valid");
export const participationOf = (code: string): string => codeValue(code, "participation");
export const linkValueOf = (code: string): string => codeValue(code, "link");

/** A code as it was typed, in its one form; what is none stays as it is and finds nothing. */
export const inOneForm = (typed: string): string => foldCode(typed) ?? typed.slice(0, 200);

interface CodeFacts {
  readonly id: string;
  readonly waveId: string;
  readonly byLink: boolean;
}

const codeVoucher = ({ id, waveId, byLink }: CodeFacts) =>
  vouchingId(directoryKey(), "survey-code", id, waveId, byLink ? "link" : "panel");

/** Whether the product itself made it: a writer to the database could let in whom they like. */
export const isGenuineCode = (row: CodeFacts & { readonly vouchedBy: string }): boolean =>
  row.vouchedBy === codeVoucher(row);

const linkVoucher = (id: string, waveId: string) => vouchingId(directoryKey(), "survey-link", id, waveId);

export const isGenuineLink = ({ id, waveId, vouchedBy }: { id: string; waveId: string; vouchedBy: string }): boolean =>
  vouchedBy === linkVoucher(id, waveId);

export const linkRow = (code: string, waveId: string) => {
  const id = linkValueOf(code);
  return { id, waveId, state: "open", vouchedBy: linkVoucher(id, waveId) };
};

/**
 * Makes codes valid. They are written in the order of their values, which is chance: the order of rows in the table must
 * not be that of the organisations on a list.
 */
export async function insertCodes(
  tx: Transaction,
  waveId: string,
  codes: readonly string[],
  { byLink = false } = {},
): Promise<void> {
  const rows = codes.map((code) => {
    const facts = { id: validOf(code), waveId, byLink };
    return { ...facts, vouchedBy: codeVoucher(facts) };
  });
  await tx.surveyCode.createMany({ data: rows.sort((one, other) => (one.id < other.id ? -1 : 1)) });
}

export const newCodes = (count: number): string[] => Array.from({ length: count }, newCode);
