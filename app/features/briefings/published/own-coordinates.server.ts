import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { codesOfReport } from "#app/features/briefings/figures/counted-codes.ts";
import { DIMENSIONS, type Dimension, labelListOf } from "#app/features/briefings/figures/dimensions.ts";
import type { OwnCase } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { allows } from "#app/features/cases/consent.ts";
import { reportedFacets } from "#app/features/cases/report-facets.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { OwnCoordinate, OwnCoordinates } from "./own-coordinates.ts";
import { printedIn } from "./printed-value.ts";
import { findNewestRelease } from "./release-queries.server.ts";

/**
 * In which rows of which tables a report would be counted at its present consent, with what the newest briefing prints
 * there for everybody. No figure that was not released: a reporter learns nothing of the others, nor how the team judged.
 */
export async function ownCoordinates(
  { id, reference, status, copy }: OwnCase,
  locale: Locale,
): Promise<OwnCoordinates> {
  const counts = isUsable(status) && allows(copy.facts.consent ?? "c0_none", "totals");
  const newest = await findNewestRelease(locale);
  const origin = { organisationId: null, receivedAt: new Date(copy.receivedAt) };
  const codes = codesOfReport(reportedFacets(copy.facts, origin));
  // Whom a case is matched to is the team's judgement; the reporter's own word for it is its type.
  const rows = DIMENSIONS.filter((dimension) => dimension !== "institution_named").flatMap((dimension) =>
    codes[dimension].map((code) => row(dimension, code)),
  );
  return {
    caseId: id,
    reference,
    counts,
    rows: counts ? rows : [],
    newest: newest && { slug: newest.slug, kicker: newest.kicker },
  };

  function row(dimension: Dimension, code: string): OwnCoordinate {
    const title = textFor(locale).dynamic(`briefings.table.title.${dimension}`);
    const label = labelOf(labelListOf(dimension), code, locale);
    return { dimension, title, code, label, printed: newest && printedIn(newest.tables, dimension, code) };
  }
}
