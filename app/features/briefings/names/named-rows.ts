import type { CountedRow } from "#app/features/briefings/figures/counted-row.ts";
import { othersCode } from "#app/features/briefings/figures/name-codes.ts";
import {
  isWithheld,
  type NamedCode,
  type ProtectedRelease,
} from "#app/features/briefings/figures/protected-release.ts";
import { ALL } from "#app/features/briefings/figures/release-specification.ts";
import { NAMED_FROM } from "#app/features/disclosure/rules/named-institutions.ts";
import { bears, gradeOf } from "./evidence-grade.ts";
import type { BlindNaming, ClearedNaming } from "./naming.ts";

type Matched = Pick<BlindNaming, "code" | "codes" | "type">;

/** Whether the cases that this very release counts bear a name: enough organisations, and the evidence that was answered for. */
export function isBornOut(
  rows: readonly CountedRow[],
  { codes, grade }: Pick<BlindNaming, "codes" | "grade">,
): boolean {
  const own = rows.flatMap(({ organisationKey, institution }) =>
    institution && codes.includes(institution.code)
      ? [{ organisationKey, corroboration: institution.corroboration }]
      : [],
  );
  const organisations = new Set(own.map(({ organisationKey }) => organisationKey)).size;
  return organisations >= NAMED_FROM && bears(gradeOf(own), grade);
}

/**
 * Rows with the codes of those who are named. Whom a case is matched to decides over what its reporter called it, so that
 * a name stands below one type only; everybody else of a type that is split stands with its others.
 */
export function withNames(rows: readonly CountedRow[], named: readonly Matched[]): CountedRow[] {
  const split = new Set<string>(named.map(({ type }) => type));
  return rows.map((row) => {
    const own = named.find(({ codes }) => row.institution && codes.includes(row.institution.code));
    const types = own ? [own.type] : (row.codes.institution_type ?? []);
    const names = own ? [own.code] : types.map((type) => (split.has(type) ? othersCode(type) : type));
    return { ...row, codes: { ...row.codes, institution_type: types, institution_named: names } };
  });
}

/**
 * The names that these tables may not print after all: a name beside a mark tells that somebody stands there, and a table that had
 * to become coarser has no room for it. All of its own cells by themselves must be figures.
 */
export function hiddenNames({ tables }: Pick<ProtectedRelease, "tables">, named: readonly Pick<BlindNaming, "code">[]) {
  return named.filter(({ code }) => {
    const own = tables.flatMap(({ cells }) => cells.filter(({ codes }) => codes.includes(code)));
    const margins = own.filter(({ codes }) => codes.every((one) => one === code || one === ALL));
    return margins.length === 0 || margins.some(isWithheld);
  });
}

/** As the release carries them. */
export const namedCodes = (named: readonly ClearedNaming[]): NamedCode[] =>
  named.map(({ code, id, hash }) => ({ code, naming: id, hash }));
