import { withPublic } from "#app/access/with-public.server.ts";
import { unzipped } from "#app/features/briefings/files/data-package.server.ts";
import { readPackage, type WrittenTable } from "#app/features/disclosure/audit/written-package.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { EarlierEdition, EarlierFigure } from "./earlier-edition.ts";
import { COMPARED_IN, earlierShares } from "./earlier-survey.ts";
import type { PublishedSurveyTable } from "./published-text.ts";
import { PACKAGE_PATH } from "./release-file.ts";
import { findReleaseFile } from "./release-rows.server.ts";

/**
 * The briefing of the session before this one, as everybody can read it. Editions share no records, and organisations of
 * several editions cannot be added up: where that session had more than one, nothing is compared with it.
 * @param session  code of the session that the present briefing is for
 */
export function findEarlierEdition(session: string): Promise<EarlierEdition | null> {
  return withPublic(async (tx) => {
    const editions = await tx.$queryRaw<{ id: string; session: string; state: string }[]>`
      SELECT id::text, state, content->>'session' AS session FROM releases
      WHERE state IN ('released', 'withdrawn') AND content->>'session' <> ${session}
      ORDER BY released_on DESC, slug DESC`;
    const last = editions.filter((one) => one.session === editions[0]?.session);
    const [only] = last;
    if (!only || last.length > 1 || only.state !== "released") return null;
    const file = await findReleaseFile(tx, only.id, PACKAGE_PATH);
    if (!file) return null;
    const counts = readPackage(unzipped(file.bytes)).tables.flatMap(countsOf);
    return { session: only.session, figures: [...counts, ...(await sharesOf(tx, only.id))] };
  });
}

/** Of its survey, whose package knows no questions, as its page has them. */
async function sharesOf(tx: Transaction, releaseId: string): Promise<EarlierFigure[]> {
  const tables = await tx.$queryRaw<{ table: Omit<PublishedSurveyTable, "charts"> }[]>`
    SELECT one - 'charts' AS table FROM releases,
      jsonb_path_query(content #> ARRAY['texts', ${COMPARED_IN}], '$.sections[*].survey[*]') AS one
    WHERE id = ${releaseId}::uuid`;
  return tables.flatMap(({ table }) => earlierShares(table));
}

function countsOf({ id, measure, cells }: WrittenTable): EarlierFigure[] {
  if (measure !== "organisations" && measure !== "cases") return [];
  return cells.flatMap(({ codes, value }) =>
    value === null ? [] : [{ table: id, measure, codes: [...codes], value }],
  );
}
