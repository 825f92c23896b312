import type { OwnCase } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { allows } from "#app/features/cases/consent.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { consentSpans, mayHaveCounted, type OwnReleases } from "./own-releases.ts";
import { listReleases } from "./release-queries.server.ts";

/**
 * The briefings that may have counted a report, newest first: computed from what is public and from the reporter's own
 * history, for which release counted which case lies under the analytics and ledger keys.
 */
export async function ownReleases(own: OwnCase, locale: Locale): Promise<OwnReleases> {
  const { copy, steps, status } = own;
  const { consent } = copy.facts;
  const spans = consentSpans({ receivedAt: copy.receivedAt, consent, steps });
  const listed = await listReleases(locale);
  return {
    releases: listed
      .filter(({ releasedOn }) => mayHaveCounted(spans, releasedOn))
      .map(({ slug, kicker, title, locale, releasedOn, state }) => ({
        slug,
        kicker,
        title,
        locale,
        releasedOn,
        state,
      })),
    countsNow: isUsable(status) && allows(consent ?? "c0_none", "totals"),
  };
}
